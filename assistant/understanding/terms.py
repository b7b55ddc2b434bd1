"""The concept of a question: its words with the other words that may stand for each in a plan."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.answer import Language
from assistant.understanding.carrying import carries_an_amount, field_of, is_finite_verb, set_down
from assistant.understanding.explained import explained
from assistant.understanding.framed import is_costed, is_framed
from assistant.understanding.kin import STEM, done_noun, with_kin
from assistant.understanding.known_plan import KnownPlan
from assistant.understanding.lexicon import MEASURES, MEMBERS
from assistant.understanding.marking import Mark, Role
from assistant.understanding.words import INFLECTED, likeness
from index.glossary import Kind, Meeting, meetings

WIDE = 0.6
"""How near a wider word is."""
SYNONYM = 0.9
"""How near a word of the same meaning is to the word itself."""

_PARTICLES = frozenset({"upp", "ut", "in", "av", "fram", "ned", "ner", "om", "till", "över"})
"""Particles that stand after a verb and before the noun that is made of it (följa upp, uppföljning)."""
_APART = 5
"""The particle stands at most so many words after its verb."""
_WITHIN = frozenset({"i", "inom", "in", "within"})
"""Words between members and what they are members of."""
_OUT_OF = frozenset({"från", "av", "from", "by"})
"""Words before those whom a part comes from."""
_POINTING = frozenset({"det", "den", "de"})
_NEW = frozenset({"nya", "nye"})
"""What is said of a thing that has been spoken of (Vad kostar det nya huset?), which a list of costs need not say."""
_JOINTS = ("", "s")
"""What joins the parts of a compound."""
_SHORTEST = 3
"""Letters of the shortest stem of a verb with a particle."""
RULING: dict[str, float] = {"beslutande_organ": 1.0, "leds": 0.95, "styrs": 0.95, "direktion": 0.6, "styrelse": 0.6}
"""What a plan says where it tells who decides in its organisation."""
FOUNDING: dict[str, float] = {"bildades": 1.0, "grundades": 1.0, "inrättades": 1.0, "startade": 0.9, "instiftades": 1.0}
"""What a plan says where it tells since when its organisation is."""
FOUNDING_VERBS = frozenset(
    {"bildades", "grundades", "startade", "startades", "funnits", "existerat", "founded", "existed"}
)
"""Verbs that alone, with no object, ask for the year in which the organisation came to be."""
COSTING = frozenset({"kosta", "kostar", "kostade", "cost"})
"""Verbs that alone, with no object, ask for the costs."""
LYING = frozenset({"ligger", "belägen", "belägna", "located", "situated", "lies"})
"""Words that alone, with no object, ask for the place of the organisation or its region."""
PLACED: dict[str, float] = {"läge": 1.0, "ligger": 1.0, "belägen": 1.0, "gränsar": 0.9}
"""What a plan says where it tells where something lies."""
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
    for forms, short in zip(meant, explained([found.word for found in marks], plans), strict=True):
        _add(forms, dict.fromkeys(short, SYNONYM))
    if language is Language.ENGLISH:
        _add_compounds(meant, marks, plans)
    terms = tuple(_term(found, place, meant[place], plans) for place, found in enumerate(marks) if found.role in wanted)
    terms = tuple(_in_its_place(term, marks) for term in _with_particles(terms, marks, plans))
    for verbs, forms in ((RULING_VERBS, RULING), (FOUNDING_VERBS, FOUNDING)):
        if all(term.light or term.text in verbs for term in terms):
            terms = tuple(replace(term, forms=tuple(forms.items())) if term.text in verbs else term for term in terms)
    if any(not term.light for term in terms):
        return _without_members(terms, marks)
    return tuple(_standing_in(term) for term in terms)


def _in_its_place(term: Term, marks: Sequence[Mark]) -> Term:
    """The term as one of the frame, or as one that tells what is meant, where the words round it make it so."""
    light = term.light or is_framed(marks, term.place)
    pointed = term.text in _NEW and any(mark.word in _POINTING for mark in marks[: term.place][-1:])
    pointed = pointed and any(mark.word in COSTING for mark in marks)
    return replace(term, light=light, idle=pointed or (term.idle and not is_costed(marks, term.place, COSTING)))


def _standing_in(term: Term) -> Term:
    """The term as a concept, where it is one of the words that may be the only one."""
    if term.text in LYING:
        return replace(term, light=False, forms=tuple(PLACED.items()))
    return replace(term, light=not (term.cue or term.text in COSTING))


def _without_members(terms: tuple[Term, ...], marks: Sequence[Mark]) -> tuple[Term, ...]:
    """The terms with "X's municipalities" or "those in X" as no more than X, where something else is asked of them."""
    members = [term for term in terms if _is_member(term.text) and _is_of_a_plan(term, marks)]
    if not members or all(term.light or _is_member(term.text) for term in terms):
        return terms
    return tuple(replace(term, light=True) if term in members else term for term in terms)


def _is_of_a_plan(term: Term, marks: Sequence[Mark]) -> bool:
    before, after = marks[: term.place][-1:], marks[term.place + 1 : term.place + 3]
    within = len(after) > 1 and after[0].word in _WITHIN and bool(after[1].plans)
    within = within and not any(found.word in _OUT_OF for found in before)
    return within or any(found.plans for found in before)


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


def _add_compounds(meant: Sequence[Forms], marks: Sequence[Mark], plans: Sequence[KnownPlan]) -> None:
    """Add the plans' compounds that two English nouns side by side are in Swedish (culture plan, kulturplan)."""
    for place in range(len(marks) - 1):
        firsts, lasts = ([form for form, near in meant[n].items() if near >= SYNONYM] for n in (place, place + 1))
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


def _made_noun(term: Term, marks: Sequence[Mark], plans: Sequence[KnownPlan]) -> Term:
    after = [mark.word for mark in marks[term.place + 1 : term.place + 1 + _APART] if mark.word in _PARTICLES]
    stem = term.text.removesuffix("a")[:STEM]
    if marks[term.place].role is not Role.CONCEPT or not after or len(stem) < _SHORTEST:
        return term
    starts = tuple(particle + stem for particle in after)
    made = {word: 1.0 for plan in plans for word in plan.words if word.startswith(starts)}
    return replace(term, forms=(*term.forms, *made.items())) if made else term


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
    if word in MEASURES:
        forms[MEASURES[word]] = SYNONYM
    if stem := set_down(word):
        _add(forms, {stem: SYNONYM if any(plan.vocabulary.knows(word) for plan in plans) else 1.0})
    if not is_known:
        forms |= done_noun(word, plans)
    if not any(plan.vocabulary.knows(word) for plan in plans):
        forms |= {field: 1.0 for field in (field_of(word),) if field} | dict.fromkeys(with_kin(word, plans), SYNONYM)
    forms |= {expression: SYNONYM for plan in plans for expression in plan.written_out(word)}
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
