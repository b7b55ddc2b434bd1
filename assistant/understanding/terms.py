"""The concept of a question: its words with the other words that may stand for each in a plan."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from assistant.answer import Language
from assistant.understanding.english import ENGLISH
from assistant.understanding.known_plan import KnownPlan
from assistant.understanding.lexicon import ABBREVIATIONS, SYNONYMS, WIDER
from assistant.understanding.marking import Mark, Role
from assistant.understanding.rapidfuzz_spelling import nearest_word
from assistant.understanding.words import INFLECTED, likeness

WIDE = 0.6
"""How near a wider word is."""
SYNONYM = 0.9
"""How near a word of the same meaning is to the word itself."""
_GROUPS = tuple(tuple(line.split()) for line in SYNONYMS)


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the question at `place`; `forms` are the words that may stand for it with their nearness.

    `light` words (of the frame of a question, and cues of what is asked) need not stand beside an answer; `name` is
    written as a name; `known` says that some plan has the word; `owner` that it names a unit.
    """

    text: str
    place: int
    forms: tuple[tuple[str, float], ...]
    light: bool = False
    name: bool = False
    known: bool = True
    owner: bool = False
    cue: bool = False


def terms_of(marks: Sequence[Mark], plans: Sequence[KnownPlan], language: Language) -> tuple[Term, ...]:
    """The terms of the marked question, held against the words of the plans that it can mean.

    Where no word of a concept is left (Vem leder förbundet?), the words that show what is asked stand in for one.
    """
    wanted = (Role.CONCEPT, Role.FRAME, Role.CUE, Role.OWNER)
    terms = tuple(_term(found, place, plans, language) for place, found in enumerate(marks) if found.role in wanted)
    if any(not term.light for term in terms):
        return _without_members(terms, marks)
    return tuple(replace(term, light=not term.cue) for term in terms)


def _without_members(terms: tuple[Term, ...], marks: Sequence[Mark]) -> tuple[Term, ...]:
    """The terms with "X's municipalities" as no more than X, where something else is asked about them."""
    members = [term for term in terms if term.place and marks[term.place - 1].plans and _is_member(term.text)]
    if not members or all(term.light or term in members for term in terms):
        return terms
    return tuple(replace(term, light=True) if term in members else term for term in terms)


def _is_member(word: str) -> bool:
    return any(likeness(word, member) >= INFLECTED for member in (*WIDER, *WIDER.values()))


def _term(found: Mark, place: int, plans: Sequence[KnownPlan], language: Language) -> Term:
    word = found.word
    light = found.role in {Role.FRAME, Role.CUE}
    translated = ENGLISH.get(word, ()) if language is Language.ENGLISH else ()
    forms = dict.fromkeys(translated, 1.0) | {word: 1.0}
    is_known = _is_known(word, plans)
    if not (light or is_known or translated) and not found.name:
        mended = nearest_word(word, frozenset().union(*(plan.words for plan in plans)) if plans else frozenset())
        is_known = mended is not None
        forms |= {mended: SYNONYM} if mended else {}
    for form in tuple(forms):
        for other in _same_meaning(form):
            forms.setdefault(other, SYNONYM)
    for form in tuple(forms):
        for narrow, wide in WIDER.items():
            if likeness(form, narrow) >= INFLECTED:
                forms.setdefault(wide, WIDE)
    return Term(
        word,
        place,
        tuple(forms.items()),
        light,
        found.name,
        is_known or bool(translated),
        found.role is Role.OWNER,
        found.role is Role.CUE,
    )


def _is_known(word: str, plans: Sequence[KnownPlan]) -> bool:
    return any(_known_in(word, plan) for plan in plans)


def _known_in(word: str, plan: KnownPlan) -> bool:
    if word in plan.words or plan.vocabulary.knows(word):
        return True
    parts = plan.vocabulary.parts(word)
    return len(parts) > 1


@lru_cache(maxsize=20_000)
def _same_meaning(word: str) -> tuple[str, ...]:
    others = [other for group in _GROUPS if any(likeness(word, one) >= INFLECTED for one in group) for other in group]
    if expanded := ABBREVIATIONS.get(word):
        others.append(expanded.replace(" ", "_"))
    return tuple(dict.fromkeys(other for other in others if other != word))
