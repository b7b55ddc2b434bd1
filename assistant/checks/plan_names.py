"""What a plan's rows and units are called, and where a text speaks of them in any inflection."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from assistant.plan_cache import PlanCache
from assistant.understanding.known_plan import known
from index.organisation_names import distinctive_words
from ingest.model import Figure, Plan

_WORD = re.compile(r"[^\W_]+")
_BEGINNING = 4
_ENDINGS = re.compile(r"(?:[aeo]rnas?|[aeo]rs?|e[nt]s?|nas?|ns?|a|e|s)$")
"""Endings by which a noun or adjective is inflected."""
_GAP = 2
"""Words that may stand between two of a name's."""
_SILENT = frozenset({"tkr", "mnkr", "kronor", "sek"})
_HINT = 5


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of a text that says a name; several names where they are spelled alike but for inflection."""

    start: int
    end: int
    names: frozenset[str]


class PlanNames:
    """A plan's names, worked out once for each edition; names are casefolded."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan

    @cached_property
    def labels(self) -> "NameIndex":
        """The names of the plan's rows."""
        return NameIndex(self.rows.keys() - {""})

    @cached_property
    def all_labels(self) -> "NameIndex":
        """The names of the plan's rows, and the words by which its sentences name their amounts."""
        return NameIndex({figure.label.casefold().strip() for figure in self.plan.figures} - {""})

    @cached_property
    def text(self) -> str:
        """All that the plan says, casefolded, white space collapsed."""
        return " ".join(known(self.plan).text.casefold().split())

    @cached_property
    def owners(self) -> "NameIndex":
        """The names of the units that figures belong to, and of the organisation, which its own words name too."""
        organisation = self.plan.organisation.casefold()
        units = {figure.owner.casefold() for figure in self.plan.figures if figure.owner}
        names = {*units, organisation} - {""}
        words = Counter(word for name in names for word in set(_WORD.findall(name)))
        short = {word: organisation for word in distinctive_words(organisation) if len(word) > _BEGINNING}
        short |= {word: unit for unit in units if (word := _WORD.findall(unit)[0]) and self._is_name(word)}
        return NameIndex(names, {word: name for word, name in short.items() if words[word] == 1})

    def _is_name(self, word: str) -> bool:
        return len(word) > _BEGINNING and known(self.plan).written_as_name(word)

    @cached_property
    def rows(self) -> Mapping[str, tuple[Figure, ...]]:
        """The figures of the plan's tables by the label of their row."""
        found: dict[str, list[Figure]] = {}
        for figure in filter(is_row, self.plan.figures):
            found.setdefault(figure.label.casefold().strip(), []).append(figure)
        return {label: tuple(figures) for label, figures in found.items()}


def without_organisation(plan: Plan, text: str) -> str:
    """The text with blanks for the organisation's name, in which a row's name (a place) may stand."""
    name = plan.organisation
    return re.sub(re.escape(name), lambda found: " " * len(found[0]), text, flags=re.IGNORECASE) if name else text


def is_row(figure: Figure) -> bool:
    """Whether the figure stands in a table, so that its label is a name and not part of a sentence."""
    return figure.source.table is not None


class NameIndex:
    """Names by their first word, to find those that a text says; `short` are other words for some of them."""

    def __init__(self, names: Iterable[str], short: Mapping[str, str] | None = None) -> None:
        self._starting: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        forms = [(name, name) for name in sorted(names)] + sorted((short or {}).items())
        for form, name in forms:
            words = words_of_name(form)
            if words:
                self._starting.setdefault(words[0][:_BEGINNING], []).append((words, name))

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Where the text says which names, in order; one within a longer one is left out, two that overlap are one."""
        return _mentions(self, text)

    def find(self, text: str) -> tuple[Mention, ...]:
        """Look for the names anew."""
        tokens = [(match.start(), match.end(), match[0]) for match in _WORD.finditer(text.casefold())]
        found: dict[tuple[int, int], set[str]] = {}
        for place, (start, _, token) in enumerate(tokens):
            for words, name in self._starting.get(token[:_BEGINNING], ()):
                end = _end_of(words, tokens, place)
                if end is not None:
                    found.setdefault((start, end), set()).add(name)
        joined: list[tuple[int, int, frozenset[str]]] = []
        for start, end in sorted(_outer(found)):
            names = frozenset(found[start, end])
            if joined and start < joined[-1][1]:
                first, _, others = joined.pop()
                start, names = first, others | names
            joined.append((start, end, names))
        return tuple(Mention(*each) for each in joined)


def _outer(found: Collection[tuple[int, int]]) -> list[tuple[int, int]]:
    """Those that lie within no other."""
    return [
        span
        for span in found
        if not any(other != span and other[0] <= span[0] and span[1] <= other[1] for other in found)
    ]


def words_of_name(name: str) -> tuple[str, ...]:
    """The words of a name that tell it from others: those of three letters or more that are no units."""
    words = _WORD.findall(name.casefold())
    return tuple(word for word in words if len(word) > 2 and word not in _SILENT) or tuple(words)


def is_form(token: str, word: str) -> bool:
    """Whether a word of a text is this word of a name in another inflection."""
    return token == word or uninflected(token) == uninflected(word)


@lru_cache(maxsize=16_384)
def uninflected(word: str) -> str:
    """The casefolded word without its endings, as long as four letters are left."""
    for shorter in (_ENDINGS.sub("", word), word.removesuffix("s")):
        if len(shorter) >= _BEGINNING and shorter != word:
            return uninflected(shorter)
    return word


def _end_of(words: tuple[str, ...], tokens: list[tuple[int, int, str]], place: int) -> int | None:
    """Where the name ends whose first word can stand at `place`; none where its words do not follow."""
    if not is_form(tokens[place][2], words[0]):
        return None
    for word in words[1:]:
        following = range(place + 1, min(place + 2 + _GAP, len(tokens)))
        place = next((each for each in following if is_form(tokens[each][2], word)), -1)
        if place < 0:
            return None
    return tokens[place][1]


@lru_cache(maxsize=1024)
def _mentions(index: NameIndex, text: str) -> tuple[Mention, ...]:
    return index.find(text)


def is_hinted(name: str, text: str) -> bool:
    """Whether the text has the beginning of the name's longest word, as in "personalen" for "personalkostnader"."""
    longest = max(words_of_name(name), key=len, default="")
    return len(longest) >= _HINT and re.search(rf"\b{re.escape(longest[:_HINT])}", text, re.IGNORECASE) is not None


_NAMES = PlanCache(PlanNames)


def names_in(plan: Plan) -> PlanNames:
    """The plan's names; made anew when the plan is another edition."""
    return _NAMES.of(plan)
