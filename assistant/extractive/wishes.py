"""Whether a question wants an amount: because it says so, or because what it names is one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answerer import Draft
from assistant.evidence import Evidence
from assistant.question import Question
from assistant.understanding.cues import Asked
from assistant.understanding.known_plan import known
from assistant.understanding.lexicon import MONEY_HEADS
from assistant.understanding.words import INFLECTED, likeness
from assistant.written_numbers import Form, written_numbers
from ingest.model import Figure, Unit

_OTHER = (
    Asked.WHY,
    Asked.WHO,
    Asked.WHEN,
    Asked.WHERE,
    Asked.AUDIT,
    Asked.EFFECT,
    Asked.PURPOSE,
    Asked.OUT_OF_SCOPE,
    Asked.RANK,
)
_NOT_EFFECT = tuple(kind for kind in _OTHER if kind is not Asked.EFFECT)
EFFECT = re.compile(r"effekt", re.IGNORECASE)
"""The label of a row whose amount is itself an effect."""


@dataclass(frozen=True, slots=True)
class Wish:
    """An amount is wanted: `explicit` where the question says so, `implied` where only what it names tells."""

    explicit: bool
    implied: bool

    def __bool__(self) -> bool:
        return self.explicit or self.implied


def wants_amount(question: Question, evidence: Evidence) -> Wish:
    """Whether the question wants an amount."""
    if question.asks(Asked.EFFECT) and question.years and not question.asks(*_NOT_EFFECT):
        return Wish(False, any(EFFECT.search(figure.label) for p in evidence.plans.values() for figure in p.figures))
    if question.asks(*_OTHER) or not question.terms:
        return Wish(False, False)
    if _CHECKED.match(question.standalone) and any(n.form is Form.AMOUNT for n in written_numbers(question.standalone)):
        return Wish(False, False)
    if question.asks(Asked.FIGURE, Asked.SHARE) or question.unit is not None:
        return Wish(True, False)
    if question.asks(Asked.COUNT):
        return Wish(True, False)
    if question.asks(Asked.FUNDING, Asked.COMPARE):
        compared = question.asks(Asked.COMPARE) and names_money(question, evidence)
        return Wish(False, bool(compared or (question.years and not _QUESTION_WORD.search(question.standalone))))
    if (question.money or names_money(question, evidence)) and (
        question.asks(Asked.DEFINITION, Asked.LIST) or question.years or _is_only_named(question)
    ):
        return Wish(bool(question.years), not question.years)
    return Wish(False, bool(question.years) and (not question.asks(Asked.LIST) or _is_aimed_at(question)))


_AIMED = re.compile(
    r"^\W*(?:vilken|vilket)\b[^?,]*\b(?:ska|skall|bör)\b[^?,]*\b(?:ha|nå|uppnå|ligga på|uppgå till)\b", re.IGNORECASE
)
"""A question for the level that something is to reach."""


def _is_aimed_at(question: Question) -> bool:
    return _AIMED.search(question.standalone) is not None


_CHECKED = re.compile(
    r"^\W*(är|blir|stämmer|uppgår|kostar|har|får|ligger|betalar|is|are|does|do|has|will)\b", re.IGNORECASE
)
"""A yes or no is asked for, which of an amount in the question is another matter than what the amount is."""
_QUESTION_WORD = re.compile(
    r"\b(vad|vilk\w+|hur|vem|vems|när|var|vart|varför|what|which|how|who|when|where|why)\b", re.IGNORECASE
)


def _is_only_named(question: Question) -> bool:
    """Whether the question is no more than the name of something."""
    return not question.asked and not _QUESTION_WORD.search(question.standalone)


_TOLD = (
    Asked.WHY,
    Asked.WHO,
    Asked.WHEN,
    Asked.WHERE,
    Asked.FUNDING,
    Asked.AUDIT,
    Asked.PURPOSE,
    Asked.EFFECT,
    Asked.YES_NO,
)
_IN_MONEY = re.compile(r"\b(i|hur många|how many|in) (tkr|kronor|kr|mnkr|mkr|miljoner|sek)\b|\bbelopp", re.IGNORECASE)
_PRICED = re.compile(
    r"\b(kosta(r|de|t)?|(vad|hur mycket|how much)\b[^?]*\b(betala\w*|pays?|paid)|priset?|costs?)\b", re.IGNORECASE
)
_SUM_ASKED = re.compile(r"\b(hur mycket|how much|läggs|belopp\w*)\b", re.IGNORECASE)
_NOT_MONEY = frozenset({Unit.PERCENT, Unit.COUNT, Unit.FULL_TIME_EQUIVALENT})
_PAID = re.compile(
    r"\bvad\b[^?]*\b(kommer\b[^?]*\bfrån|står\b[^?]*\bför|bidrar\b[^?]*\bmed"
    r"|betalar|ger|drar in|får in|skjuter till|lägger)\b",
    re.IGNORECASE,
)
_PURSE = re.compile(
    r"\b\w*(intäkt|kostnad|utgift|anslag|bidrag|medl?e[ln]|avgift|pengar|budget|finansiering)\w*", re.IGNORECASE
)


_PORTION = re.compile(
    r"\b(\w*andel\w*|procent\w*|(stor|vilken|som) del|share|proportion|percent\w*)\b|%", re.IGNORECASE
)
"""A question for a share, which no amount of money answers."""
_STEP = re.compile(
    r"\d\s?(kronor|kr|tkr|mnkr|mkr|miljoner(?: kronor)?|procent|%)\s"
    r"(högre|lägre|mer|mindre|dyrare|billigare|higher|lower|more|less)\b",
    re.IGNORECASE,
)
"""An amount by which one thing is above or below another."""
_AVERAGE = re.compile(r"\b((genom)?snitt(et|lig\w*)?|i medeltal|medelvärde\w*|averages?)\b", re.IGNORECASE)


_MEASURED = re.compile(
    r"\b(?:vilken|vilket|which|what) (?:\w+ )?(?:(?:handläggnings|vänte|svars|lednings|leverans|inställelse|utrycknings"
    r"|framkörnings|genomströmnings|åter\w+|om\w+)tid(?:en)?|(?:effektiviserings|besparings|spar|avkastnings|överskotts"
    r"|resultat|soliditets|likviditets)(?:krav|mål|nivå)(?:et|en)?|[a-zåäö]*(?:sjukfrånvaro|soliditet|kvot|täckningsgrad"
    r"|personalomsättning))\b",
    re.IGNORECASE,
)
"""Questions that name a measure, which only a number tells."""


def needs_amount(question: Question) -> bool:
    """Whether nothing but an amount would answer: a sentence without one must not stand in."""
    text = question.standalone
    if _CHECKED.match(text) and any(n.form is Form.AMOUNT and n.unit for n in written_numbers(text)):
        return True
    if question.asks(*_TOLD) or question.asks(Asked.OUT_OF_SCOPE):
        return False
    if question.asks(Asked.SHARE) or question.unit is not None or _IN_MONEY.search(text) or _MEASURED.search(text):
        return True
    if question.asks(Asked.FIGURE) and _PRICED.search(text):
        return True
    if question.asks(Asked.SUM) and (question.years.span or len(question.years.named) > 1):
        return True
    return bool(_PAID.search(text) and _PURSE.search(text))


def is_of_another_unit(question: Question, draft: Draft) -> bool:
    """Whether money is asked for and nothing but shares, heads or, where no one asks per inhabitant, a fee is given."""
    if question.unit is not None or question.asks(Asked.SHARE, Asked.COUNT, *_TOLD):
        return False
    crowns = _IN_MONEY.search(question.standalone)
    if not crowns and not _PRICED.search(question.standalone):
        return False
    units = {figure.unit for figure in draft.figures} | {each.unit for each in draft.calculations}
    units = units or {number.unit for number in written_numbers(draft.text) if number.form is Form.AMOUNT}
    others = _NOT_MONEY | {Unit.KR_PER_INHABITANT} if crowns else _NOT_MONEY
    return bool(units) and units <= others


def is_a_step(question: Question, draft: Draft) -> bool:
    """Whether the amount of a year is asked for and the draft only tells how much that is above or below another."""
    if question.asks(Asked.CHANGE, Asked.LIST, *_TOLD) or not question.years.named or draft.figures:
        return False
    return _STEP.search(draft.text) is not None


def asks_portion(question: Question) -> bool:
    """Whether the question says that it wants a share rather than an amount of money."""
    return _PORTION.search(question.standalone) is not None


def lacks_average(question: Question, draft: Draft) -> bool:
    """Whether an average is asked for, and something else is given."""
    return bool(_AVERAGE.search(question.standalone)) and not _AVERAGE.search(draft.text)


def gives_amount(question: Question, draft: Draft) -> bool:
    """Whether the draft gives an amount, of the unit that is asked for."""
    unit = question.unit or (
        Unit.PERCENT if asks_portion(question) and not _IN_MONEY.search(question.standalone) else None
    )
    if unit is None:
        return bool(draft.figures) or any(number.form is Form.AMOUNT for number in written_numbers(draft.text))
    units = {figure.unit for figure in draft.figures} | {each.unit for each in draft.calculations}
    return unit in units or any(number.unit is unit for number in written_numbers(draft.text))


def lacks_money(question: Question, evidence: Evidence, figures: Sequence[Figure]) -> bool:
    """Whether money is asked for and the plan does not say what the amounts found are in."""
    if not figures or question.unit or question.asks(Asked.COUNT, Asked.SHARE):
        return False
    asked = question.money or _SUM_ASKED.search(question.standalone) or names_money(question, evidence)
    return bool(asked) and all(figure.unit is None for figure in figures)


def names_money(question: Question, evidence: Evidence) -> bool:
    """Whether the concept is an amount by its head: a cost, an income, a fee, a result."""
    vocabularies = [known(plan).vocabulary for plan in evidence.plans.values()]
    for term in question.terms:
        for form, nearness in term.forms:
            if nearness < 1.0 or term.light:
                continue
            heads = {form} | {vocabulary.parts(form)[-1] for vocabulary in vocabularies}
            if any(_ends_with(head, money) for head in heads for money in MONEY_HEADS):
                return True
    return False


def _ends_with(word: str, head: str) -> bool:
    """Whether the word is, or is compounded with, a form of the head (skatte|intäkter)."""
    start = max(word.rfind(head), 0)
    return likeness(word[start:], head) >= INFLECTED
