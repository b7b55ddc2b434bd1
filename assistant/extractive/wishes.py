"""Whether a question wants an amount: because it says so, or because what it names is one."""

from dataclasses import dataclass

from assistant.evidence import Evidence
from assistant.question import Question
from assistant.understanding.cues import Asked
from assistant.understanding.known_plan import known
from assistant.understanding.lexicon import MONEY_HEADS
from assistant.understanding.words import INFLECTED, likeness

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


@dataclass(frozen=True, slots=True)
class Wish:
    """An amount is wanted: `explicit` where the question says so, `implied` where only what it names tells."""

    explicit: bool
    implied: bool

    def __bool__(self) -> bool:
        return self.explicit or self.implied


def wants_amount(question: Question, evidence: Evidence) -> Wish:
    """Whether the question wants an amount."""
    if question.asks(*_OTHER) or not question.terms:
        return Wish(False, False)
    if question.asks(Asked.FIGURE, Asked.SHARE) or question.unit is not None:
        return Wish(True, False)
    if question.asks(Asked.COUNT):
        return Wish(True, False)
    if question.asks(Asked.FUNDING, Asked.COMPARE):
        return Wish(False, bool(question.asks(Asked.COMPARE) and names_money(question, evidence)))
    if (question.money or names_money(question, evidence)) and (
        question.asks(Asked.DEFINITION, Asked.LIST) or question.years
    ):
        return Wish(bool(question.years), not question.years)
    return Wish(False, bool(question.years) and not question.asks(Asked.LIST, Asked.HOW))


def names_money(question: Question, evidence: Evidence) -> bool:
    """Whether the concept is an amount by its head: a cost, an income, a fee, a result."""
    vocabularies = [known(plan).vocabulary for plan in evidence.plans.values()]
    for term in question.terms:
        for form, nearness in term.forms:
            if nearness < 1.0 or term.light:
                continue
            heads = {form} | {vocabulary.parts(form)[-1] for vocabulary in vocabularies}
            if any(
                likeness(head, money) >= INFLECTED or head.endswith(money) for head in heads for money in MONEY_HEADS
            ):
                return True
    return False
