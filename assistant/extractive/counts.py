"""How many: a number beside the thing counted, or the number of names that a sentence lists."""

import re
from dataclasses import dataclass
from decimal import Decimal

from assistant.answer import CitedFigure
from assistant.answerer import Draft
from assistant.citations import collapse
from assistant.evidence import Evidence
from assistant.extractive.digest import Digest, digest
from assistant.extractive.drafting import Drafting
from assistant.extractive.matching import full
from assistant.extractive.quoting import about
from assistant.extractive.statements import Statement, place_of
from assistant.extractive.text_cues import NAME
from assistant.extractive.text_search import search
from assistant.phrases import counted
from assistant.question import Question
from assistant.thresholds import FIGURE, TEXT
from assistant.understanding.cues import Asked
from assistant.understanding.lexicon import NUMBERS
from assistant.understanding.small_words import TOTAL
from assistant.understanding.terms import SYNONYM, WIDE, Term
from assistant.understanding.words import HEAD, INFLECTED, listed, tokens
from ingest.model import Unit

_NUMBER = rf"(?P<digits>\d{{1,3}}(?:[ \u00a0]\d{{3}})*)|(?P<word>{'|'.join(NUMBERS[2:])})"
_COUNTED = re.compile(
    rf"(?<![\w.,/-])(?:{_NUMBER})\s+(?P<between>(?:[a-zåäö]+\s+){{0,2}}?)(?P<noun>[a-zåäö]{{3,}})(?!\w)", re.IGNORECASE
)
_NAMES = re.compile(
    rf"(?P<noun>[\w-]{{4,}})\s*:?\s+(?P<names>{NAME}(?:,\s+{NAME}){{1,20}}\s*,?\s+(?:och|samt)\s+{NAME})"
)
_DEALT = re.compile(r"\b(vardera|varje|per|each|apiece)\b", re.IGNORECASE)
"""A number that each of several has is not the number of all."""
_SEVERAL = re.compile(
    r"(?:^(?:de|dessa|they|these)|\b\w*(?:kommunerna|medlemmarna|ägarna|regionerna|enheterna|municipalities))"
    r" (?:har|hade|have|had)\b",
    re.IGNORECASE,
)
"""Words by which a sentence tells what several have."""
_NOT = (Asked.WHY, Asked.WHO, Asked.AUDIT, Asked.CHANGE, Asked.SHARE, Asked.FUNDING)
_ASKING = frozenset(listed("många antal antalet flest färst many number most fewest"))
_SMALL = 12
_ENDING = 3
"""Words that may end a question from the one that asks how many (… Hur många ungefär?)."""
_EACH = re.compile(r"\b(vardera|var och en|i varje)\b", re.IGNORECASE)
"""Words by which a number is that of each of several, and not of all."""


@dataclass(frozen=True, slots=True)
class _Count:
    digest: Digest
    statement: Statement
    noun: str
    number: str
    digits: bool
    cover: float


def compose(question: Question, evidence: Evidence) -> Draft | None:
    """Give the number asked for; decline where no sentence counts the thing."""
    if not question.asks(Asked.COUNT) or question.asks(*_NOT) or question.unit is not None:
        return None
    thing = _thing(question)
    if thing is None:
        return None
    found = [count for plan in evidence.plans.values() for count in _counts(digest(plan), question, thing)]
    found.sort(key=lambda count: -round(count.cover, 2))
    near = [count for count in found if count.cover >= found[0].cover - FIGURE.margin]
    for meant in (near, [count for count in near if _speaks_of(count, question, thing)]):
        if len({count.number for count in meant}) == 1:
            return _told(question, meant[0])
    return None


def _thing(question: Question) -> Term | None:
    """What is counted: the first word of the concept after "hur många", or of all where that ends the question."""
    asked = next((n for n, mark in enumerate(question.marks) if mark.word in _ASKING), None)
    if asked is None:
        return None
    nearest = [term for term in question.terms if term.place == asked + 1]
    after = [term for term in question.terms if term.place > asked and not term.light]
    if nearest and nearest[0].light and not nearest[0].cue:
        return nearest[0]
    if len(after) > 1 and after[1].place == after[0].place + 1 and question.language.value == "en":
        return after[1]
    told = full(question.terms) if asked >= len(question.marks) - _ENDING else []
    return next(iter(after or told), None)


def _counts(holder: Digest, question: Question, thing: Term) -> list[_Count]:
    found = []
    for each in search(holder, [term for term in question.terms if not term.idle]):
        of_each = question.asks(Asked.SUM) and _EACH.search(each.statement.text)
        if each.cover < TEXT.counted or each.missing or of_each:
            continue
        if question.total and _is_of_one_thing(holder, each.statement):
            continue
        if _is_of_all(holder, question, each.statement):
            continue
        of_one = _is_of_one(holder, question, each.statement)
        for noun, number, digits, clause in _numbers(each.statement.text):
            if _DEALT.search(clause) and not of_one:
                continue
            alone = len(full(question.terms)) == 1 and digits is False
            enough = INFLECTED if alone else HEAD * SYNONYM if digits is not None else WIDE * INFLECTED
            if holder.matcher.term(thing, dict.fromkeys(tokens(noun), 1.0)) >= enough:
                found.append(_Count(holder, each.statement, noun, number, bool(digits), each.cover))
    return found


def _is_of_one_thing(holder: Digest, statement: Statement) -> bool:
    """Whether the sentence speaks of the one thing that stands before it, and of no whole."""
    return bool(about(holder, statement)) and TOTAL.isdisjoint(tokens(statement.text))


def _is_of_all(holder: Digest, question: Question, statement: Statement) -> bool:
    """Whether the sentence tells of several together, and the question is about one that it does not name itself."""
    own = dict.fromkeys(tokens(statement.text), 1.0)
    return bool(not TOTAL.isdisjoint(own) or _SEVERAL.search(statement.text)) and any(
        term.name and holder.matcher.term(term, own) < INFLECTED for term in full(question.terms)
    )


def _speaks_of(count: _Count, question: Question, thing: Term) -> bool:
    """Whether the sentence begins with what the question is about beside the thing counted (Styrelsen har nio …)."""
    first = dict.fromkeys(tokens(count.statement.text)[:1], 1.0)
    others = [term for term in full(question.terms) if term is not thing]
    return any(count.digest.matcher.term(term, first) >= INFLECTED for term in others)


def _is_of_one(holder: Digest, question: Question, statement: Statement) -> bool:
    """Whether the question is about one of those that the statement gives a number each."""
    own = dict.fromkeys(tokens(statement.text), 1.0)
    named = any(term.name and holder.matcher.term(term, own) >= INFLECTED for term in question.terms)
    return named or _DEALT.search(question.standalone) is not None


def _numbers(text: str) -> list[tuple[str, str, bool | None, str]]:
    """Each counted noun with its number, whether that is in digits (null where names are counted), and its clause."""
    printed: list[tuple[str, str, bool | None, str]] = [
        (match["noun"], match["digits"] or match["word"].casefold(), bool(match["digits"]), _clause(text, match))
        for match in _COUNTED.finditer(text)
    ]
    for match in _NAMES.finditer(text):
        names = re.split(r",\s+|\s+(?:och|samt)\s+", match["names"])
        if len(names) <= _SMALL and all(noun != match["noun"] for noun, _, _, _ in printed):
            printed.append((match["noun"], NUMBERS[len(names)], None, text))
    return printed


def _clause(text: str, match: re.Match[str]) -> str:
    """What stands between the commas round a match."""
    end = text.find(", ", match.end())
    return text[text.rfind(", ", 0, match.start()) + 1 : None if end < 0 else end]


def _told(question: Question, count: _Count) -> Draft:
    drafting = Drafting(question.language)
    text = collapse(count.statement.text)
    n = drafting.cite(count.digest.plan, place_of(count.digest.plan, count.statement.section, text), text)
    if count.digits:
        value = Decimal(re.sub(r"\D", "", count.number))
        drafting.figures.append(CitedFigure(count.noun, None, value, Unit.COUNT, None, None, count.digest.plan.id, n))
        said = drafting.number(value, Unit.COUNT)
    else:
        said = counted(NUMBERS.index(count.number), question.language)
    drafting.line(f"{said}: ”{text}” [{n}]")
    return drafting.done()
