"""Surplus or deficit: whether a budget is even, and which units' results are below or above nought."""

import re
from dataclasses import replace

from assistant.answerer import Draft
from assistant.evidence import Evidence
from assistant.extractive.digest import Digest, digest
from assistant.extractive.drafting import Drafting, label_of
from assistant.extractive.figure_choice import Reading
from assistant.extractive.joining import joined
from assistant.extractive.series import amount_question, one_reading, owner_terms
from assistant.phrases import phrase
from assistant.question import Question
from assistant.understanding.cues import Asked
from assistant.understanding.terms import Term
from ingest.model import Figure, FigureKind

_LOSS = re.compile(r"\b(\w*underskott\w*|förlust\w*|minus\w*|back|deficits?|loss(es)?)\b", re.IGNORECASE)
_GAIN = re.compile(r"\b(\w*överskott\w*|vinst\w*|plus\w*|surplus(es)?|profits?)\b", re.IGNORECASE)
_BALANCE = re.compile(r"\bihop\b|\bi balans\b|\bbalanserad|\bin balance\b|\bbalanced?\b|\bjämnt (ut|upp)\b", re.I)
_ABOUT = re.compile(
    rf"{_LOSS.pattern}|{_GAIN.pattern}|balans\w*|balanced?|jämnt|ihop|budget\w*|ekonomi\w*|resultat\w*|verksamhet\w*|result|run\w*"
    r"|redovisa\w*|visa\w*|total\w*|\w*enhet\w*|avdelning\w*|områden?|nämnd\w*|units?|departments?|operations?",
    re.IGNORECASE,
)
"""Words that a question for the result may hold beside the names of plan and unit."""
_WHETHER = re.compile(
    r"^\W*(och |men |and )?(är|har|finns|går|gör|blir|visar|redovisar|is|are|does|do|has|have|will)\b", re.IGNORECASE
)
_WHICH = re.compile(
    r"\b(vilk(en|et|a)|which)( av)?( \w+)? ?(enhet|verksamhet|avdelning|del|nämnd|område|unit|operation|department)",
    re.IGNORECASE,
)
_NOT = (Asked.WHY, Asked.WHO, Asked.FUNDING, Asked.CHANGE, Asked.RANK, Asked.FIGURE, Asked.SHARE)
_RESULT = (("resultat", 1.0),)
_MOST = 4


def compose(question: Question, evidence: Evidence) -> Draft | None:
    """Tell the result and what it means; decline where the question does not ask whether it is even, above or below."""
    text = question.standalone
    loss, gain = bool(_LOSS.search(text)), bool(_GAIN.search(text))
    if not (loss or gain or _BALANCE.search(text)) or question.asks(*_NOT) or len(evidence.plans) > _MOST:
        return None
    if any(not (term.light or term.owner or _ABOUT.fullmatch(term.text)) for term in question.terms):
        return None
    drafts = []
    for plan in evidence.plans.values():
        if _WHICH.search(text) and loss is not gain:
            draft = _of_units(question, digest(plan), loss)
        elif _WHETHER.search(text) or _BALANCE.search(text):
            draft = _of_plan(question, digest(plan), loss, gain)
        else:
            return None
        drafts += [draft] if draft else []
    return joined(drafts) if drafts else None


def _of_plan(question: Question, holder: Digest, loss: bool, gain: bool) -> Draft | None:
    """The result that the budget, or a unit's, ends in: with yes or no where one side of nought is asked about."""
    reading = _result(question, holder)
    if reading is None:
        return None
    figure, row = reading.figure, reading.row
    drafting = Drafting(question.language)
    n = drafting.bind(holder.plan, figure)
    key = "even" if not figure.value else "surplus" if figure.value > 0 else "deficit"
    if loss is not gain:
        drafting.say("yes" if key == ("deficit" if loss else "surplus") else "no")
    parts = {"of": drafting.of(row), "when": drafting.when(figure), "amount": drafting.amount(figure)}
    said = phrase(question.language, key, label=label_of(holder, row), n=n, **parts)
    drafting.lines = [" ".join([*drafting.lines, said])]
    return drafting.done()


def _result(question: Question, holder: Digest) -> Reading | None:
    place = len(question.marks)
    terms = [Term("resultat", place, _RESULT), *owner_terms(holder, question)]
    return one_reading(holder, replace(amount_question(question), terms=tuple(terms)), terms)


def _of_units(question: Question, holder: Digest, loss: bool) -> Draft | None:
    """The units on the side of nought that is asked for, then the others, each with its result."""
    years = question.years.of(holder.plan.period) or ((holder.first_year,) if holder.first_year else ())
    rows = [row for row in holder.rows if row.first.kind is FigureKind.RESULT and not (row.prose or row.whole)]
    results = [(row, figure) for row in rows if years and (figure := row.of(years[0]))]
    if len(results) < 2 or len({row.owner for row, _ in results}) < len(results):
        return None
    meant = [(row, figure) for row, figure in results if _is_meant(figure, loss)]
    drafting = Drafting(question.language)
    if not meant:
        drafting.say("no_unit_below" if loss else "no_unit_above", when=drafting.when(results[0][1]))
    for row, figure in meant:
        n = drafting.bind(holder.plan, figure)
        parts = {"label": label_of(holder, row), "of": drafting.of(row), "when": drafting.when(figure)}
        drafting.say("deficit" if loss else "surplus", amount=drafting.amount(figure), n=n, **parts)
    others = [(row, figure) for row, figure in results if not _is_meant(figure, loss)]
    told = [f"{row.owner} {drafting.amount(figure)} [{drafting.bind(holder.plan, figure)}]" for row, figure in others]
    if told:
        drafting.say("other_units", names="; ".join(told))
    return drafting.done()


def _is_meant(figure: Figure, loss: bool) -> bool:
    return figure.value < 0 if loss else figure.value > 0
