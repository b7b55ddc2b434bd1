"""What is left of an amount: the rest that a sentence gives to somebody, or a row less another of its table."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import Calculation, CalculationKind
from assistant.answerer import Draft
from assistant.calculations import work_out
from assistant.citations import collapse
from assistant.evidence import Evidence
from assistant.extractive.clauses import between, has_full, places
from assistant.extractive.columns import MONEY
from assistant.extractive.digest import Digest, digest
from assistant.extractive.drafting import Drafting, label_of
from assistant.extractive.figure_choice import Reading
from assistant.extractive.matching import telling
from assistant.extractive.rows import Row
from assistant.extractive.series import amount_question, one_reading
from assistant.extractive.shares import in_same_table, markers
from assistant.extractive.wishes import needs_amount
from assistant.question import Question
from assistant.thresholds import FIGURE
from assistant.understanding.cues import Asked
from assistant.understanding.terms import Term
from assistant.understanding.words import PART, tokens
from assistant.written_numbers import Form, written_numbers

_REST = re.compile(
    r"\b(rest(en|erande|erar)|återsto(d\w*|ående|r)|återstår|the (rest|remainder)|remaining)\b", re.IGNORECASE
)
_LEFT = re.compile(
    r"\bhur mycket\b.*\b(kvar|över|återstår|resterar)\b|\bvad (återstår|resterar)\b|\bvad (är|blir|finns)\b.*\bkvar\b"
    r"|\bhow much\b.*\b(left|remains?)\b|\b(vad|hur mycket) (är|blir)\b.*\bminus\b|\bminus\b.*\bhur mycket\b",
    re.IGNORECASE,
)
_AFTER = frozenset({"när", "sedan", "efter", "after", "once", "when", "minus"})
"""Words between an amount and what is taken from it."""
_ASKING = frozenset({"hur", "vad", "how", "what"})
_SAID = re.compile(
    r"kvar|över|återstår|resterar|left|remains?|betal(d|da|t|ats)|dra(gen|gna|get|gits)|täck(t|ta|ts)|paid|deducted|covered"
)
"""Words for what is left, and for what is taken from it, which name neither."""
_NOT = (Asked.WHY, Asked.WHO, Asked.FUNDING, Asked.AUDIT, Asked.RANK, Asked.SHARE, Asked.CHANGE)


def compose(question: Question, evidence: Evidence) -> Draft | None:
    """Tell what is left, with the amounts that it is worked out from; decline where both are not plain."""
    if question.asks(*_NOT):
        return None
    if _LEFT.search(question.standalone):
        pairs = [two for plan in evidence.plans.values() if (two := _after(digest(plan), question))]
        return _left(question, *pairs[0]) if len(pairs) == 1 else None
    if not (question.asks(Asked.FIGURE, Asked.DEFINITION) or needs_amount(question)):
        return None
    rests = [(digest(plan), two) for plan in evidence.plans.values() for two in _rests(digest(plan), question)]
    return _rest(question, rests[0][0], *rests[0][1]) if len(rests) == 1 else None


def _rests(holder: Digest, question: Question) -> list[tuple[Row, Row]]:
    """The whole and the part of each sentence that gives the rest of the whole to somebody whom the question names."""
    prose = [row for row in holder.rows if row.prose and row.unit in MONEY and _REST.search(row.first.quote)]
    found = []
    for part in prose:
        own = [row for row in prose if row.first.quote == part.first.quote]
        wholes = [row for row in own if part.first.label.startswith(f"{row.first.label},")]
        if len(own) == 2 and len(wholes) == 1 and _is_of_the_rest(holder, question, part):
            found.append((wholes[0], part))
    return found


def _is_of_the_rest(holder: Digest, question: Question, part: Row) -> bool:
    """Whether the sentence has all that the question says, its amounts too, and after its part's amount some of it."""
    quote = part.first.quote
    said = [number.value for number in written_numbers(quote) if number.form is Form.AMOUNT]
    named = {number.value for number in written_numbers(question.standalone) if number.form is Form.AMOUNT}
    before, _, after = quote.partition(part.first.as_printed)
    early, late = (dict.fromkeys(tokens(text), 1.0) for text in (before, after))
    around = dict.fromkeys(tokens(" ".join((*part.first.source.section_path, part.owner or ""))), 1.0)
    asked = telling(question.terms)
    met = [holder.matcher.term(term, {**around, **early, **late}) >= FIGURE.word for term in asked]
    late_alone = [
        term
        for term in asked
        if holder.matcher.term(term, late) >= PART and holder.matcher.term(term, early) < FIGURE.word
    ]
    return len(said) == 2 and named <= set(said) and all(met) and 0 < len(late_alone) < len(asked)


def _rest(question: Question, holder: Digest, whole: Row, part: Row) -> Draft | None:
    drafting = Drafting(question.language)
    n = drafting.bind(holder.plan, part.first)
    drafting.bind(holder.plan, whole.first)
    rest = work_out(CalculationKind.DIFFERENCE, drafting.figures)
    if rest is None or rest <= 0:
        return None
    drafting.calculation = Calculation(CalculationKind.DIFFERENCE, (0, 1), rest, part.unit)
    drafting.say(
        "rest",
        amount=drafting.number(rest, part.unit),
        whole=drafting.amount(whole.first),
        part=drafting.amount(part.first),
        quote=collapse(part.first.quote),
        n=n,
    )
    return drafting.done()


def _after(holder: Digest, question: Question) -> tuple[Reading, Reading] | None:
    """The amount and what is taken from it, both of one table and year; the clause in which it is left tells which."""
    leads = question.marks[0].word in _AFTER
    for place in places(question, _ASKING)[:1] if leads else places(question, _AFTER):
        sides = between(question, 0, place), between(question, place, len(question.marks))
        sides = sides[::-1] if leads else sides
        whole, part = ([term for term in side if not _SAID.fullmatch(term.text)] for side in sides)
        if has_full(whole) and has_full(part) and (found := _operands(holder, question, whole, part)):
            return found
    return None


def _operands(
    holder: Digest, question: Question, whole: Sequence[Term], part: Sequence[Term]
) -> tuple[Reading, Reading] | None:
    asked = amount_question(question)
    for total in (False, True):
        first = one_reading(holder, replace(asked, total=total), whole)
        second = in_same_table(holder, part, first) if first and not first.row.prose else None
        if first and second and first.row.owner == second.row.owner and first.row.unit is second.row.unit:
            return first, second
    return None


def _left(question: Question, whole: Reading, part: Reading) -> Draft | None:
    drafting = Drafting(question.language)
    numbers = [drafting.bind(part.row.plan, part.figure), drafting.bind(whole.row.plan, whole.figure)]
    left = work_out(CalculationKind.DIFFERENCE, drafting.figures)
    if left is None or left < 0 or drafting.figures[0].value < 0:
        return None
    drafting.calculation = Calculation(CalculationKind.DIFFERENCE, (0, 1), left, part.figure.unit)
    drafting.say(
        "left",
        amount=drafting.number(left, part.figure.unit),
        whole=label_of(whole.digest, whole.row),
        of=drafting.of(whole.row),
        when=drafting.when(whole.figure),
        total=drafting.amount(whole.figure),
        part=label_of(part.digest, part.row),
        portion=drafting.amount(part.figure),
        markers=markers(numbers),
    )
    return drafting.done()
