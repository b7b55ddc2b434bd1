"""The concept of a question: its words with the other words that may stand for each in a plan."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.answer import Language
from assistant.understanding.carrying import carries_an_amount, is_finite_verb, set_down
from assistant.understanding.known_plan import KnownPlan
from assistant.understanding.lexicon import MEMBERS
from assistant.understanding.marking import Mark, Role
from assistant.understanding.words import INFLECTED, likeness
from index.analysis import base_form
from index.glossary import Kind, Meeting, meetings

WIDE = 0.6
"""How near a wider word is."""
SYNONYM = 0.9
"""How near a word of the same meaning is to the word itself."""

_PARTICLES = frozenset({"upp", "ut", "in", "av", "fram", "ned", "ner", "om", "till", "över"})
"""Particles that stand after a verb and before the noun that is made of it (följa upp, uppföljning)."""
_APART = 5
"""The particle stands at most so many words after its verb."""
_JOINTS = ("", "s")
"""What joins the parts of a compound."""
_STEM = 4
"""Letters of a verb that the noun made of it keeps."""
RULING: dict[str, float] = {"beslutande_organ": 1.0, "leds": 0.95, "styrs": 0.95, "direktion": 0.6, "styrelse": 0.6}
"""What a plan says where it tells who decides in its organisation."""
COSTING = frozenset({"kosta", "kostar", "kostade", "cost"})
"""Verbs that alone, with no object, ask for the costs."""
RULING_VERBS = frozenset(
    {"bestämmer", "bestämma", "beslutar", "besluta", "styr", "decides", "decide", "rules", "governs"}
)
"""Verbs that alone, with no object, ask who decides."""

Forms = dict[str, float]
"""Words, or expressions with their words joined by "_", and how near each is to what was asked for."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the question at `place`; `forms` are the words that may stand for it with their nearness.

    `light` words (of the frame of a question, and cues of what is asked) need not stand beside an answer; `name` is
    written as a name; `known` says that some plan has the word; `owner` that it names a unit; `idle` that it tells not
    which amount is meant (a verb of spending, "summa", a verb that no plan has).
    """

    text: str
    place: int
    forms: tuple[tuple[str, float], ...]
    light: bool = False
    name: bool = False
    known: bool = True
    owner: bool = False
    cue: bool = False
    idle: bool = False


def terms_of(marks: Sequence[Mark], plans: Sequence[KnownPlan], language: Language) -> tuple[Term, ...]:
    """The terms of the marked question, held against the words of the plans that it can mean.

    Where no word of a concept is left (Vem leder förbundet?), the words that show what is asked stand in for one.
    """
    wanted = (Role.CONCEPT, Role.FRAME, Role.CUE, Role.OWNER)
    meant = _meant(marks, language)
    _add_explained(meant, marks, plans)
    if language is Language.ENGLISH:
        _add_compounds(meant, marks, plans)
    terms = tuple(_term(found, place, meant[place], plans) for place, found in enumerate(marks) if found.role in wanted)
    terms = _with_particles(terms, marks, plans)
    if all(term.light or term.text in RULING_VERBS for term in terms):
        terms = tuple(map(_ruling, terms))
    if any(not term.light for term in terms):
        return _without_members(terms, marks)
    return tuple(replace(term, light=not (term.cue or term.text in COSTING)) for term in terms)


def _without_members(terms: tuple[Term, ...], marks: Sequence[Mark]) -> tuple[Term, ...]:
    """The terms with "X's municipalities" as no more than X, where something else is asked about them."""
    members = [term for term in terms if term.place and marks[term.place - 1].plans and _is_member(term.text)]
    if not members or all(term.light or term in members for term in terms):
        return terms
    return tuple(replace(term, light=True) if term in members else term for term in terms)


def _is_member(word: str) -> bool:
    return any(likeness(word, member) >= INFLECTED for member in MEMBERS)


def _meant(marks: Sequence[Mark], language: Language) -> list[Forms]:
    """For each word what it, and the expression that it stands in, mean by the glossary."""
    written = [found.word.upper() if found.name else found.word for found in marks]
    english = language is Language.ENGLISH
    found: list[Forms] = [{} for _ in marks]
    for meeting in meetings(written, english):
        for place in range(meeting.start, meeting.end):
            _add(found[place], _forms(meeting))
            if meeting.end - meeting.start > 1:
                for alone in meetings(written[place : place + 1], english):
                    _add(found[place], _forms(alone))
    return found


def _add_explained(meant: Sequence[Forms], marks: Sequence[Mark], plans: Sequence[KnownPlan]) -> None:
    """Add what the plans' own abbreviations stand for, and the abbreviation where its words stand."""
    words = [found.word for found in marks]
    for short, long in {pair for plan in plans for pair in plan.abbreviations.items()}:
        for place, word in enumerate(words):
            if word == short:
                _add(meant[place], {"_".join(long): SYNONYM})
            elif len(long) > 1 and _are_forms(words[place : place + len(long)], long):
                for inside in range(place, place + len(long)):
                    _add(meant[inside], {short: SYNONYM})


def _add_compounds(meant: Sequence[Forms], marks: Sequence[Mark], plans: Sequence[KnownPlan]) -> None:
    """Add the plans' compounds that two English nouns side by side are in Swedish (culture plan, kulturplan)."""
    for place in range(len(marks) - 1):
        firsts, lasts = ([form for form, near in meant[n].items() if near == 1.0] for n in (place, place + 1))
        made = {
            first + joint + last
            for first in firsts
            for last in lasts or [marks[place + 1].word]
            for joint in _JOINTS
            if any(plan.vocabulary.knows(first + joint + last) for plan in plans)
        }
        for form in made:
            _add(meant[place], {form: 1.0})
            _add(meant[place + 1], {form: 1.0})


def _with_particles(terms: Sequence[Term], marks: Sequence[Mark], plans: Sequence[KnownPlan]) -> tuple[Term, ...]:
    """The terms with a verb and its particle as the plans' nouns that are made of both, where they have any."""
    return tuple(_made_noun(term, marks, plans) for term in terms)


def _done_noun(word: str, plans: Sequence[KnownPlan]) -> dict[str, float]:
    """The plans' nouns for what a verb that they have not does (effektivisera, effektiviseringskrav)."""
    base = base_form(word)
    if len(base) <= _STEM or not base.endswith("a"):
        return {}
    start = base[:-1] + "ing"
    return {own: 1.0 for plan in plans for own in plan.words if own.startswith(start)}


def _made_noun(term: Term, marks: Sequence[Mark], plans: Sequence[KnownPlan]) -> Term:
    after = [mark.word for mark in marks[term.place + 1 : term.place + 1 + _APART] if mark.word in _PARTICLES]
    if marks[term.place].role is not Role.CONCEPT or not after or len(term.text) <= _STEM:
        return term
    start = after[-1] + term.text[:_STEM]
    made = {word: 1.0 for plan in plans for word in plan.words if word.startswith(start)}
    return replace(term, forms=(*term.forms, *made.items())) if made else term


def _ruling(term: Term) -> Term:
    return replace(term, forms=tuple(RULING.items())) if term.text in RULING_VERBS else term


def _are_forms(words: Sequence[str], others: Sequence[str]) -> bool:
    pairs = zip(words, others, strict=False)
    return len(words) == len(others) and all(likeness(word, other) >= INFLECTED for word, other in pairs)


def _forms(meeting: Meeting) -> Forms:
    """The words of the concept that was met; a compound met only by its head is compared by its parts elsewhere."""
    concept = meeting.concept
    if meeting.by_head:
        return {}
    forms = dict.fromkeys((*concept.words, *concept.abbreviations), SYNONYM)
    if meeting.kind is Kind.ENGLISH:
        forms[concept.words[0]] = 1.0
    forms |= {word: WIDE for word in concept.near if word not in forms}
    return {form.replace(" ", "_").casefold(): nearness for form, nearness in forms.items()}


def _add(forms: Forms, more: Forms) -> None:
    for form, nearness in more.items():
        forms[form] = max(forms.get(form, 0.0), nearness)


def _term(found: Mark, place: int, meant: Forms, plans: Sequence[KnownPlan]) -> Term:
    word = found.word
    light = found.role in {Role.FRAME, Role.CUE}
    translated = 1.0 in meant.values()
    is_known = translated or _is_known(word, plans)
    forms = {form: nearness for form, nearness in meant.items() if nearness == 1.0} | {word: 1.0}
    if not is_known and (stem := set_down(word)):
        forms[stem] = 1.0
    if not is_known:
        forms |= _done_noun(word, plans)
    _add(forms, meant)
    return Term(
        word,
        place,
        tuple(forms.items()),
        light,
        found.name,
        is_known,
        found.role is Role.OWNER,
        found.role is Role.CUE,
        _is_idle(found, is_known or bool(meant)),
    )


def _is_idle(found: Mark, is_known: bool) -> bool:
    if found.role is not Role.CONCEPT or found.name:
        return False
    return carries_an_amount(found.word) or (not is_known and is_finite_verb(found.word))


def _is_known(word: str, plans: Sequence[KnownPlan]) -> bool:
    return any(_known_in(word, plan) for plan in plans)


def _known_in(word: str, plan: KnownPlan) -> bool:
    if word in plan.words or plan.vocabulary.knows(word):
        return True
    parts = plan.vocabulary.parts(word)
    return len(parts) > 1
