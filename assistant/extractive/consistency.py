"""Whether a plan adds up: what the check of its tables found, and whether a row is an income or a cost."""

import re
from collections.abc import Sequence

from assistant.answerer import Draft
from assistant.evidence import Evidence
from assistant.extractive.digest import Digest, digest
from assistant.extractive.drafting import Drafting, label_of
from assistant.extractive.joining import joined
from assistant.extractive.series import best_reading
from assistant.phrases import phrase
from assistant.question import Question
from assistant.thresholds import FIGURE, ROW_WEIGHTS
from assistant.understanding.cues import Asked
from assistant.understanding.terms import Term
from assistant.understanding.words import tokens
from assistant.written_numbers import Form, written_numbers
from ingest.model import Figure, FigureKind, Finding, Plan, Severity, SourceRef

_EITHER = re.compile(
    r"\b(intäkt|inkomst|kostnad|utgift|income|cost|expense|revenue)\b.* (eller|or) .*\b(intäkt|inkomst|kostnad"
    r"|utgift|income|cost|expense|revenue)\b",
    re.IGNORECASE,
)
_SIDE = re.compile(r"intäkt\w*|inkomst\w*|kostnad(en)?|utgift\w*|income|costs?|expense|revenue")
_NOTICES = re.compile(r"tecken|konstig|märklig|oklar|sign\b", re.IGNORECASE)
_SAID = re.compile(rf"^({_SIDE.pattern})$|{_NOTICES.pattern}", re.IGNORECASE)
"""Words for a side of the budget and for what a check finds, which no finding need hold."""
_UNITS = re.compile(r"\w*(verksamhet|enhet|tabell|budget)\w*|summ[ao]\w*|units?|tables?|sums?|totals?", re.IGNORECASE)
_RIGHT = re.compile(r"\bräkna(?:r|t|de)? [^?]{2,60}\b(rätt) i\b", re.IGNORECASE)
"""A question whether somebody adds up rightly, of which "rightly" is no part of what is asked about."""
_MOST = 8
_SHOWN = 4


def compose(question: Question, evidence: Evidence) -> Draft | None:
    """Tell what the check found; decline where the question does not ask whether something is right."""
    if not question.asks(Asked.AUDIT) or question.asks(Asked.OUT_OF_SCOPE):
        return None
    if _EITHER.search(question.standalone):
        return _income_or_cost(question, evidence)
    drafts = [draft for plan in evidence.plans.values() if (draft := _findings(question, digest(plan)))]
    return joined(drafts) if drafts else None


def _income_or_cost(question: Question, evidence: Evidence) -> Draft | None:
    terms = [term for term in question.terms if not _SIDE.fullmatch(term.text)]
    reading = best_reading(question, evidence, terms)
    kinds = {FigureKind.COST: "kind_cost", FigureKind.INCOME: "kind_income", FigureKind.FEE: "kind_income"}
    if reading is None or reading.row.first.kind not in kinds:
        return None
    drafting = Drafting(question.language)
    n = drafting.bind(reading.row.plan, reading.figure)
    for finding in reading.row.plan.findings:
        if any(_at(source, reading.figure) for source in finding.sources):
            drafting.add_finding(finding)
    parts = {
        "of": drafting.of(reading.row),
        "when": drafting.when(reading.figure),
        "amount": drafting.amount(reading.figure),
    }
    drafting.say(kinds[reading.row.first.kind], label=label_of(reading.digest, reading.row), n=n, **parts)
    drafting.findings = drafting.findings[:1]
    return drafting.done()


def _at(source: SourceRef, figure: Figure) -> bool:
    return source.table is not None and (source.table, source.row, source.column) == (
        figure.source.table,
        figure.source.row,
        figure.source.column,
    )


def _findings(question: Question, holder: Digest) -> Draft | None:
    plan = holder.plan
    right = _RIGHT.search(question.standalone)
    about = [
        term
        for term in question.terms
        if not (right and term.text == right[1].casefold())
        and not term.light
        and not _SAID.search(term.text)
        and not _UNITS.fullmatch(term.text)
        and term.known
    ]
    severe = [finding for finding in plan.findings if finding.severity is Severity.ERROR]
    wanted = plan.findings if _NOTICES.search(question.standalone) or not severe else severe
    told = [f for f in _distinct(wanted) if _is_about(holder, f, about) and _has_amounts(f, question)]
    told = [f for f in told if _is_of_year(plan, f, question.years.named)]
    if not told:
        return None
    drafting = Drafting(question.language)
    drafting.say("findings", plan=plan.organisation or plan.title)
    for finding in told[:_MOST]:
        _tell(drafting, plan, finding)
    return drafting.done()


def _is_of_year(plan: Plan, finding: Finding, years: Sequence[int]) -> bool:
    """Whether the finding is of a year that the question names, or of none."""
    own = [figure.year for source in finding.sources[:1] for figure in plan.figures if _at(source, figure)]
    return not years or all(year is None or year in years for year in own)


def _has_amounts(finding: Finding, question: Question) -> bool:
    """Whether the finding tells of every amount that the question names."""
    said = {number.value for number in written_numbers(finding.message)}
    asked = (number for number in written_numbers(question.standalone) if number.form is Form.AMOUNT)
    return all(number.value in said for number in asked)


def _distinct(findings: Sequence[Finding]) -> list[Finding]:
    return list({finding.message: finding for finding in findings}.values())


def _named(figure: Figure, plan: Plan) -> str:
    """The row's label, with its unit where that is not the whole organisation."""
    return figure.label if figure.owner in {None, plan.organisation} else f"{figure.label}, {figure.owner},"


def _is_about(holder: Digest, finding: Finding, about: Sequence[Term]) -> bool:
    words = dict.fromkeys(tokens(finding.message), 1.0)
    for source in finding.sources[:1]:
        words |= dict.fromkeys(tokens(" ".join(source.section_path)), 1.0)
        rows = (row for row in holder.rows if any(_at(source, figure) for figure in row.figures))
        words |= {word: 1.0 for row in rows for word, weight in row.words.items() if weight >= ROW_WEIGHTS.own}
    return all(holder.matcher.term(term, words) >= FIGURE.word for term in about)


def _tell(drafting: Drafting, plan: Plan, finding: Finding) -> None:
    """The finding's message with the rows that it speaks of."""
    figures = [figure for source in finding.sources[:_SHOWN] for figure in plan.figures if _at(source, figure)]
    held = list(drafting.findings)
    numbers = [drafting.bind(plan, figure) for figure in figures]
    drafting.findings = held
    rows = "; ".join(
        f"{_named(figure, plan)} {drafting.amount(figure)} [{n}]" for figure, n in zip(figures, numbers, strict=True)
    )
    if rows and len(finding.sources) > _SHOWN:
        rows = f"{rows} {phrase(drafting.language, 'and_more')}"
    drafting.line(f"• {finding.message.rstrip('.')}: {rows}" if rows else f"• {finding.message}")
    drafting.told.append(finding)
