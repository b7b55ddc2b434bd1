"""What a question can name in a plan: its organisation, its units, and the words that it uses."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant.plan_cache import PlanCache
from assistant.understanding.lexicon import KIND_WORDS
from assistant.understanding.small_words import FRAME, WHOLE
from assistant.understanding.words import DERIVED, HEAD, INFLECTED, PART, Vocabulary, likeness, tokens
from index.glossary import concepts
from index.mending import KnownWords
from index.organisation_names import GENERIC, SHORT, distinctive_words, is_form_of, services_of
from ingest.model import Plan

_OFTEN = 3
"""Times that a word of a title must stand within a sentence as a name, to be a name of the plan."""
_INSIDE = re.compile(r"(?<=[a-zåäö,] )[A-ZÅÄÖ][a-zåäöé]{3,}")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_RELATED = re.compile(r"(?P<first>\w{3,})relatera(?:t|d|de)")
_CAPITAL = 0.9
LONGEST_TITLE = 8
"""Words of the longest label that a question is likely to say whole."""


@dataclass(frozen=True, slots=True)
class Owner:
    """An organisational unit of a plan as it is named there; `whole` is true for the plan's own level."""

    name: str
    words: tuple[str, ...]
    whole: bool


class KnownPlan:
    """A plan with the names and words that questions are held against; worked out once for each edition."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.text = "\n".join(
            [plan.title, plan.organisation]
            + [part for section in plan.sections for part in (*section.path[-1:], section.text)]
            + [part for figure in plan.figures for part in (figure.label, *figure.path, figure.owner or "")]
            + [goal.text for goal in plan.goals]
        )

    @cached_property
    def folded(self) -> str:
        """The plan's text, casefolded."""
        return self.text.casefold()

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of the plan, casefolded."""
        return frozenset(tokens(self.text))

    @cached_property
    def spellings(self) -> KnownWords:
        """The same words but those of addresses on the web, as misspelt ones are held against them."""
        return KnownWords([frozenset(tokens(_ADDRESS.sub(" ", self.text)))])

    @cached_property
    def abbreviations(self) -> Mapping[str, tuple[str, ...]]:
        """The short forms that the plan explains, casefolded, with the words that each stands for."""
        return {each.short.casefold(): tokens(each.long) for each in self.plan.abbreviations}

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The plan's words and those of the tables, to tell compounds by."""
        tables = {word for line in KIND_WORDS.values() for word in line.split()}
        tables |= {word for concept in concepts() for text in concept.words for word in text.split()}
        return Vocabulary(self.words | tables | {"avgift", "medel", "plan", "projekt", "medlem", "strateg"})

    def written_out(self, word: str) -> tuple[str, ...]:
        """What the plan has of a compound as related to its first part: "trafikrelaterade_skador" of trafikskador."""
        parts = ((own, word.removeprefix(first)) for own, first in self._related.items() if word.startswith(first))
        return tuple(f"{own}_{rest}" for own, rest in parts if rest in self.words)

    @cached_property
    def _related(self) -> Mapping[str, str]:
        found = ((own, _RELATED.fullmatch(own)) for own in self.words)
        return {own: match["first"] for own, match in found if match}

    @cached_property
    def names(self) -> frozenset[str]:
        """Words that name the plan's organisation and no other thing; without one, the names in the plan's title."""
        if self.plan.organisation:
            return distinctive_words(self.plan.organisation) | self._short_names
        inside = Counter(word.casefold() for word in _INSIDE.findall(self.text))
        own = {word for word in distinctive_words(self.plan.title) if len(word) > SHORT}
        return frozenset(word for word in own if inside[word] >= _OFTEN and self.written_as_name(word))

    @property
    def _short_names(self) -> frozenset[str]:
        """Short forms that the plan explains as its organisation's name."""
        own = tokens(self.plan.organisation)
        return frozenset(short for short, long in self.abbreviations.items() if long == own)

    @cached_property
    def services(self) -> frozenset[str]:
        """Words for the service that the organisation is named for, as people call it by them."""
        return services_of(self.plan.organisation)

    @cached_property
    def titles(self) -> frozenset[tuple[str, ...]]:
        """The words of labels, headings and goals of several words that begin with a capital."""
        labels = (figure.label for figure in self.plan.figures)
        texts = (*labels, *(goal.text for goal in self.plan.goals), *(s.path[-1] for s in self.plan.sections if s.path))
        return frozenset(
            words for text in texts if text[:1].isupper() and 2 < len(words := tokens(text)) <= LONGEST_TITLE
        )

    def is_name(self, word: str) -> bool:
        """Whether the casefolded word names this plan: its name, in the genitive, or with a word for region or plan."""
        return any(is_form_of(word, name) for name in self.names)

    @cached_property
    def owners(self) -> tuple[Owner, ...]:
        """The units that the plan's figures belong to, in the plan's order."""
        names = dict.fromkeys(figure.owner for figure in self.plan.figures if figure.owner)
        return tuple(Owner(name, self._owner_words(name), self._is_whole(name)) for name in names)

    def _is_whole(self, name: str) -> bool:
        words = tokens(name)
        own = tokens(self.plan.organisation)
        return set(words) <= set(own) or any(word in WHOLE for word in words)

    @staticmethod
    def _owner_words(name: str) -> tuple[str, ...]:
        return tuple(word for word in tokens(name) if word not in {"och", "för", "i", "av", "med"})

    def owners_named(self, words: tuple[str, ...]) -> dict[str, tuple[int, ...]]:
        """Owners that the words name, each with the places of its words; the fullest naming of each word."""
        found: dict[str, tuple[int, ...]] = {}
        for owner in self.owners:
            if not owner.whole and (places := self._places(owner, words)):
                found[owner.name] = places
        wider = {name for name in found for other in found if name != other and set(found[name]) < set(found[other])}
        return {name: places for name, places in found.items() if name not in wider}

    def _places(self, owner: Owner, words: tuple[str, ...]) -> tuple[int, ...]:
        places: list[int] = []
        met: list[int] = []
        for number, part in enumerate(owner.words):
            for place, word in enumerate(words):
                if word not in FRAME and self._names_part(owner, part, word):
                    places.append(place)
                    met.append(number)
                    break
        enough = 2 * len(set(met)) > len(owner.words) or (0 in met and self._names_alone(owner))
        return tuple(sorted(set(places))) if enough else ()

    def _names_alone(self, owner: Owner) -> bool:
        """Whether the first word of the name is a name by itself: no other unit's, hardly ever in small letters."""
        return self._is_distinctive(owner, owner.words[0]) and self.written_as_name(owner.words[0])

    def written_as_name(self, word: str) -> bool:
        """Whether the plan hardly ever writes the word in small letters."""
        forms = self._forms_of(word)
        capital = sum(count for form, count in forms.items() if form[0].isupper())
        return bool(forms) and capital >= _CAPITAL * sum(forms.values())

    def has(self, word: str) -> bool:
        """Whether the plan has the word with just these letters, small and capital, perhaps in the genitive."""
        return word in self._counts or f"{word}s" in self._counts

    def _forms_of(self, word: str) -> dict[str, int]:
        return {form: count for form, count in self._counts.items() if likeness(word, form.casefold()) >= INFLECTED}

    @cached_property
    def _counts(self) -> Counter[str]:
        return Counter(re.findall(r"[^\W\d_]{4,}", self.text))

    def _names_part(self, owner: Owner, part: str, word: str) -> bool:
        if likeness(word, part) >= INFLECTED:
            return True
        if len(owner.words) > 1 or GENERIC.fullmatch(word):
            return False
        affinity = self.vocabulary.affinity(word, part)
        return affinity in {HEAD, PART, DERIVED} and self._is_distinctive(owner, word)

    def _is_distinctive(self, owner: Owner, word: str) -> bool:
        others = (other for other in self.owners if other is not owner and not other.whole)
        return not any(self.vocabulary.affinity(word, part) for other in others for part in other.words)


def is_name(word: str, plans: Sequence[KnownPlan]) -> bool:
    """Whether some plan has the word as it stands, as a name."""
    return word[0].isupper() and any(plan.has(word) and plan.written_as_name(word.casefold()) for plan in plans)


_KNOWN = PlanCache(KnownPlan)


def known(plan: Plan) -> KnownPlan:
    """The plan with its names and words; made anew when the plan is another edition."""
    return _KNOWN.of(plan)
