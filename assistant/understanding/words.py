"""Swedish words as they are compared: inflection, compounds and their parts, by endings and a vocabulary alone."""

import re
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache


def listed(text: str) -> tuple[str, ...]:
    """The words of a table."""
    return tuple(text.split())


_TOKEN = re.compile(r"[^\W_]+(?:(?<=\d)[.,](?=\d)\d+)?")
_SHORT = 3
"""Letters that two words must share; words that share no more take only the plainest endings."""

ENDINGS = frozenset(
    listed("""
    a e n t s d r en et er ar or an es as is na nas ns te de des ts tt ta ja jer ans ens ets ers ars ors it its are aren
    arens arna arnas erna ernas orna ornas ade ades at ats ad aste ast ande andet ende endet ren rna rnas re ras res dde
    """)
)
"""What Swedish inflection adds to a stem (stronger forms are left to the synonyms)."""

PLAIN_ENDINGS = frozenset(
    listed("a e s en et er ar or an as ens ets ars ers ors ans arna arnas erna ernas orna na nas")
)
"""The endings that are not mistaken for another word where two words share only three letters."""

DERIVATIONS = frozenset(
    listed("""
    ing ingen ingar ingarna ings ingens ning ningen ningar ningarna het heten heter ande andet lig ligt liga era erar
    eras erat erade erats ation ationen ationer ationerna
    """)
)
"""What makes a noun of a verb or an adjective."""

SUFFIXES = DERIVATIONS | frozenset(
    listed("""
    ande andet andes ende endet ligt liga lig skap skapet ella ring ringen tion tioner barhet samhet samheten else
    heter aktig bara tens dera inte till från efter under över enligt eller samt
    """)
)
"""What ends or begins words without being a part of a compound."""

SIMPLE = frozenset(
    listed("personal verksamhet verksamheten verksamheter verksamheterna utveckling kommunal tillsammans")
)
"""Words that look compounded and are asked for whole."""

INFLECTED, DERIVED, HEAD, PART = 0.98, 0.85, 0.8, 0.7
"""How near a word is to another form of it, to what is derived from it, and to a compound that it ends or begins."""


def tokens(text: str) -> tuple[str, ...]:
    """Words and numbers of the text, casefolded, hyphens and stops left out."""
    return tuple(match[0] for match in _TOKEN.finditer(text.replace("\u00ad", "").casefold()))


def _common(first: str, second: str) -> int:
    shared = 0
    for a, b in zip(first, second, strict=False):
        if a != b:
            break
        shared += 1
    return shared


def _ends_as(stem: str, rest: str, endings: frozenset[str]) -> bool:
    """Whether `rest` is an ending, perhaps after the stem's last consonant doubled (medlem, medlemmar)."""
    return not rest or rest in endings or (rest[0] == stem[-1] and rest[1:] in endings)


def _syncopated(word: str) -> str:
    """The word as its inflected forms begin where an unstressed e falls out (medel, medlen)."""
    return word[:-2] + word[-1] if len(word) > _SHORT + 1 and word[-2] == "e" and word[-1] in "lrn" else word


@lru_cache(maxsize=200_000)
def likeness(first: str, second: str) -> float:
    """How alike two words are as forms of one word: 1 the same, 0 another word."""
    if first == second:
        return 1.0
    if first[:_SHORT] != second[:_SHORT] or first[0].isdigit():
        return 0.0
    for a, b in ((first, second), (_syncopated(first), second), (first, _syncopated(second))):
        shared = _common(a, b)
        if shared < _SHORT:
            continue
        endings = PLAIN_ENDINGS if shared == _SHORT else ENDINGS
        rests = a[shared:], b[shared:]
        if all(_ends_as(a[:shared], rest, endings) for rest in rests):
            return INFLECTED
        if shared > _SHORT and all(_ends_as(a[:shared], rest, ENDINGS | DERIVATIONS) for rest in rests):
            return DERIVED
    return 0.0


class Vocabulary:
    """The words that are known to stand alone, so that a compound can be told from a word that only looks like one."""

    def __init__(self, words: Iterable[str]) -> None:
        self._all = frozenset(words)
        self._near: dict[str, dict[str, float]] = {}
        self._words = {word for word in self._all if len(word) > _SHORT and word.isalpha() and word not in SUFFIXES}
        self._by_start: dict[str, list[str]] = {}
        self._parts: dict[str, tuple[str, ...]] = {}
        self._known: dict[str, bool] = {}
        for word in self._words:
            self._by_start.setdefault(word[:_SHORT], []).append(word)

    def knows(self, word: str) -> bool:
        """Whether the word, or another form of it, stands alone somewhere."""
        if word not in self._known:
            near = self._by_start.get(word[:_SHORT], ())
            self._known[word] = len(word) > _SHORT and any(likeness(word, other) >= INFLECTED for other in near)
        return self._known[word]

    def parts(self, word: str) -> tuple[str, ...]:
        """The known words that the word is compounded of; itself alone where it is no compound."""
        if word not in self._parts:
            self._parts[word] = self._split(word) or (word,)
        return self._parts[word]

    def _split(self, word: str) -> tuple[str, ...]:
        if word in SIMPLE:
            return ()
        for cut in range(_SHORT + 1, len(word) - _SHORT):
            left, right = self._first(word[:cut]), word[cut:]
            if left and right not in SUFFIXES:
                rest = (right,) if self.knows(right) else self._split(right)
                if rest:
                    return (*self.parts(left), *rest)
        return ()

    def _first(self, left: str) -> str:
        """A first part as the word that it is when it stands alone (arbets, arbete; ränte, ränta); empty for none."""
        stem = left[:-1] if left.endswith(("s", "e")) else left
        known = next((form for form in (left, stem, stem + "e", stem + "a") if form in self._words), "")
        return known or (stem + "a" if left.endswith("e") and self.knows(stem + "a") else "")

    def near(self, asked: str) -> Mapping[str, float]:
        """The words that meet a word asked for, each with how well: as itself, or as a part of a compound."""
        if asked not in self._near:
            self._near[asked] = self._search(asked)
        return self._near[asked]

    def _search(self, asked: str) -> dict[str, float]:
        found: dict[str, float] = {}
        for word, part, worth in self._index.get(asked[:_SHORT], ()):
            if worth < 1.0 and len(asked) <= _SHORT:
                continue
            alike = likeness(asked, part)
            if alike and (worth == 1.0 or alike >= INFLECTED or (worth == HEAD and word != part)):
                found[word] = max(found.get(word, 0.0), alike if worth == 1.0 else worth)
        return found

    @cached_property
    def _index(self) -> Mapping[str, list[tuple[str, str, float]]]:
        """Every word, part of a compound and long tail of a word, by its first letters."""
        index: dict[str, list[tuple[str, str, float]]] = {}
        for word in self._all:
            parts = self.parts(word) if word.isalpha() else (word,)
            entries = [(word, word, 1.0)]
            if len(parts) > 1:
                entries += [(word, part, PART) for part in parts[:-1]] + [(word, parts[-1], HEAD)]
            else:
                entries += [(word, word[cut:], HEAD) for cut in range(_SHORT, len(word) - 4)]
                entries += [(word, word[:cut], PART) for cut in range(_SHORT + 2, len(word) - 4) if word[cut] == "s"]
            for entry in entries:
                index.setdefault(entry[1][:_SHORT], []).append(entry)
        return index

    def affinity(self, asked: str, found: str) -> float:
        """How well a word asked for is met by one found; one that the vocabulary lacks is only compared as a whole."""
        return self.near(asked).get(found) or likeness(asked, found)
