"""What a heading, line or lead-in says of a goal: "Delmål 2: …" labels one, "Våra mål är" announces several."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from ingest.goal_words import Term, term_of, term_of_noun, term_of_question
from ingest.layout.paragraphs import BULLET, NUMBERED
from ingest.model import GoalLevel
from ingest.sentences import sentences_of

LONGEST_LEAD = 160
LONGEST_HEAD = 90
LONGEST_NAME = 120

_NUMBER = r"(?:\d{1,2}(?:\.\d{1,2}){0,3}[a-z]?|[A-ZÅÄÖ](?:\.?\d{1,2}){0,3}|[IVX]{1,4})(?![\w])"
LETTERED = re.compile(r"(?:[a-zåäö]\)|[A-ZÅÄÖ]\d{0,2}[.)]|\d{1,2}(?:\.\d{1,2})+[.)]?)\s+(?=\S)")
_CHAPTER = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}\.?\s+(?=[^\W\d_])")
_WITH_NUMBER = re.compile(
    rf"(?P<head>[^\d:–—]{{3,70}}?)\s+(?:nr\.?\s*)?(?P<number>{_NUMBER})(?P<mark>[.):]?\s*[:–—-]?)\s*(?P<name>.*)$"
)
_WITH_MARK = re.compile(r"(?P<head>[^:–—]{3,90}?)\s*(?::|\s[–—])(?P<number>)(?:\s+(?P<name>.*))?$")
_STATED = re.compile(r"(?P<head>[^:–—.]{3,90}?)\s+är(?P<number>)\s+(?P<name>(?:[Aa]tt\s+|”)?[A-ZÅÄÖ].*)$")
_SERIES = re.compile(
    rf"(?P<word>[A-ZÅÄÖ][a-zåäöé]{{3,}})\s+(?P<number>{_NUMBER})\s*(?:[.:)]|\s[–—-])\s*(?P<name>\S.*)$"
)
_NO_SERIES = re.compile(
    r"bilag\w*|tabell|figur|diagram|kapitel|avsnitt|sida|punkt|steg|fråga|fas|del|nivå|alternativ|version|kvartal|vecka"
    r"|paragraf|etapp|årskurs|zon|klass|grupp|prop|vers|not|dag|rad|kolumn",
    re.IGNORECASE,
)
_INLINE = re.compile(r"(?<=\s)(?=(?P<head>[A-ZÅÄÖ](?:[^.:;]|(?<=\w)\.(?=\d)){2,50}):\s+\S)")
_VALUE = re.compile(r"[^:]+:\s+\d[\d ,]*(?:%|\s\w+(?:\sper\s\w+)?)?(?:\.|$)")
"""A label with a number and nothing else: the value at that time of what is measured before it."""
_ENDS_IN_NUMBER = re.compile(rf"\s+{_NUMBER}$")
_VALUES = re.compile(r"[.;,(]?\s*\b(?:målvärde|måltal|målnivå|utfall|utgångsläge|basvärde|nuläge)\b.*$", re.I | re.S)
_ANNOUNCES = re.compile(r"(?::|\bär)$|\b(?:följande|nedanstående|nedan|dessa)\b", re.IGNORECASE)
_FOLLOWING = re.compile(r"\b(?:följande|nedanstående|dessa)\s+(?P<rest>.*)", re.IGNORECASE)
_PURPOSE = re.compile(r"^för att\b.*?\b(?:ska|skall|har|behöver|planeras|genomförs|görs|arbetar)\b", re.IGNORECASE)
_AFTERWARDS = re.compile(r"\s(?:för att|som|så att)\s.*$", re.IGNORECASE)
_COORDINATED = re.compile(r"\s(?:och|samt|&)\s", re.IGNORECASE)
_RUN_ON = re.compile(
    r"(?<=[a-zåäö])\s+(?=(?:Enligt|Det|Detta|Vi|För|Under|Genom|Med|När|Som|Inom|Den|De|Alla|Utifrån|Här|Varje)\s)"
)
_GOVERNED = {
    "från",
    "av",
    "för",
    "till",
    "mot",
    "om",
    "i",
    "inom",
    "med",
    "på",
    "per",
    "enligt",
    "nå",
    "uppnå",
    "utifrån",
}


@dataclass(frozen=True, slots=True)
class Label:
    """A level's word with what stands after it; `name` is empty where the text only announces."""

    term: Term
    number: tuple[str, ...]
    name: str


def unnumbered(heading: str) -> str:
    """A heading without its chapter number."""
    return _CHAPTER.sub("", heading, count=1)


def bare(text: str) -> str:
    """A list item's text without its bullet, number or letter."""
    for mark in (BULLET, NUMBERED, LETTERED):
        found = mark.match(text)
        text = text[found.end() :] if found else text
    return text


def label_of(text: str) -> Label | None:
    """The label that a heading, line or item begins with, if any."""
    for told in dict.fromkeys((text, _CHAPTER.sub("", bare(text), count=1))):
        for pattern in (_WITH_NUMBER, _WITH_MARK, _STATED):
            found = pattern.match(told)
            term = (term_of(found["head"]) or term_of_question(found["head"])) if found else None
            if found and term is not None and _is_label(pattern, found):
                return Label(term, _parts(found["number"]), without_values(term, _own_sentence(found["name"] or "")))
    return None


def _is_label(pattern: re.Pattern[str], found: re.Match[str]) -> bool:
    """Not "nyttan för de 14 kommunerna", whose number counts, nor "Mål och uppdrag: …", which announces two things."""
    if _COORDINATED.search(found["head"]):
        return False
    name = found["name"] or ""
    if pattern is not _WITH_NUMBER:
        return True
    return bool(re.match(r"[”\"(]?[^\W\d_]", name)) and (bool(found["mark"]) or not name[:1].islower())


def _own_sentence(name: str) -> str:
    """A name without the sentence that a lost line break joined to it: no name goes on with "Enligt" or "Det"."""
    return _RUN_ON.split(name, maxsplit=1)[0] if len(name) > LONGEST_NAME else name


def without_values(term: Term, name: str) -> str:
    """An indicator's name without the values told after it: "Andel nöjda. Utfall 2024: 78 %" → "Andel nöjda"."""
    return (_VALUES.sub("", name).strip() or name.strip()) if term.level is GoalLevel.EFFECT else name.strip()


def _parts(number: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\d+|[A-Za-zÅÄÖ]+", number.casefold()))


def series_of(text: str) -> tuple[str, tuple[str, ...], str] | None:
    """Word, number and name of a numbered form whose word names no known level: "Kraftlinje 2: …"."""
    found = _SERIES.match(text)
    if found is None or _NO_SERIES.fullmatch(found["word"]) or term_of_noun(found["word"]) is not None:
        return None
    return found["word"].casefold(), _parts(found["number"]), found["name"].strip()


def labelled_parts(text: str) -> Iterator[str]:
    """A line's labelled parts: "Mål: A. Aktivitet: B." → two; the line itself where there is but one."""
    spans = [found.span("head") for found in _INLINE.finditer(text) if term_of(_ENDS_IN_NUMBER.sub("", found["head"]))]
    starts = [start for start, end in spans if not any(start < other < end for other, _ in spans)]
    starts = [start for start in starts if not _VALUE.match(text, start)]
    for start, end in pairwise([0, *starts, len(text)]):
        yield text[start:end].strip(" –—•|")


def heading_role(text: str) -> tuple[Term, bool] | None:
    """What a heading says stands under it, and whether it says nothing else: "Strategiska mål 2026" and that only."""
    told = _ENDS_IN_NUMBER.sub("", re.sub(r"\s+(?:är|lyder)$", "", _CHAPTER.sub("", text).strip(" :")))
    if len(told) > LONGEST_HEAD:
        return None
    head, _, rest = told.partition(":")
    if rest and _COORDINATED.search(head):
        return heading_role(head)
    question = term_of_question(told)
    if question is not None:
        return question, True
    parts = [term_of(part) for part in re.split(r"(?i)\s+(?:och|samt|&)\s+|\s*/\s*", told)]
    terms = [term for term in parts if term is not None]
    if terms and parts[0] is None and len(parts) > 1 and len(terms) == len(parts) - 1 and not _noun_first(told):
        return _leading(terms), False
    if terms and parts[0] is not None:
        return _leading(terms), len(terms) == len(parts)
    named = named_for(told)
    return (named, True) if named is not None else (_leading(terms), False) if terms else None


def _noun_first(text: str) -> bool:
    return bool(re.match(r"(?:uppföljning|utvärdering|redovisning|budget)", text, re.IGNORECASE))


def _leading(terms: list[Term]) -> Term:
    return next((term for term in terms if term.level is GoalLevel.ASSIGNMENT), terms[0])


def named_for(text: str) -> Term | None:
    """What a phrase announces for the name right after it: "Riktade uppdrag Kulturnämnden"."""
    words = text.split()
    for start, first in enumerate(words):
        if start and not first[:1].isupper():
            continue
        for end in range(start + 1, min(start + 4, len(words))):
            term = term_of(" ".join(words[start:end])) if words[end][:1].isupper() else None
            if term is not None and term.plural and not words[end].isupper():
                return term
    return None


def announces(text: str) -> bool:
    """Whether a text ends in announcing a list, of whatever."""
    return bool(_ANNOUNCES.search((sentences_of(text) or ("",))[-1].rstrip(" .")))


def lead_role(text: str) -> Term | None:
    """What the items under a lead-in are: "Nämnden har följande mål:", "Planen har sex prioriteringar"."""
    last = (sentences_of(text) or ("",))[-1].strip()
    if len(last) > LONGEST_LEAD or (last.endswith(".") and not _ANNOUNCES.search(last)):
        return None
    if not _ANNOUNCES.search(last.rstrip(" .")) and len(last) > LONGEST_HEAD:
        return None
    following = _FOLLOWING.search(last)
    if following is not None:
        return _first_noun(following["rest"])
    told = _AFTERWARDS.sub("", _PURPOSE.sub("", last.rstrip(" :."))).split()
    found = [
        (term, index)
        for index, word in enumerate(told)
        if (term := term_of_noun(word)) is not None and (not index or told[index - 1].casefold() not in _GOVERNED)
    ]
    usable = [term for term, index in found if not _noun_first(told[max(0, index - 1)])]
    return _leading(usable[-1:]) if usable else None


def _first_noun(text: str) -> Term | None:
    told = re.split(r"[:,.]|\s(?:för|i|inom|under|till|som|på)\s", text, maxsplit=1)[0]
    return term_of(_COORDINATED.split(told, maxsplit=1)[0])
