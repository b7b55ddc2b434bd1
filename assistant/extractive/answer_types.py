"""What a question wants to be told, and whether a sentence holds such a thing: a share, an amount, so many names.

What is asked for must stand in the sentence itself and must not be what the question says already.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.extractive.digest import Digest
from assistant.extractive.statements import Statement
from assistant.extractive.text_cues import (
    ANSWERS,
    ASKS_OF_CHANGE,
    CHANGING,
    EFFECT,
    ENUMERATED,
    LEADING,
    MAKING_UP,
    PAID_BY,
)
from assistant.question import Question
from assistant.understanding.cues import FALL, RISE, Asked
from assistant.understanding.lexicon import NUMBERS, NUMBERS_ENGLISH
from assistant.understanding.terms import Term
from assistant.understanding.words import HEAD, INFLECTED, likeness, tokens
from assistant.written_numbers import Form, WrittenNumber, written_numbers
from ingest.model import Unit

Holds = Callable[[Digest, Question, Statement], bool]
"""Whether a statement holds what the question wants."""

_WAYS = (rf"\b({RISE}|dyrare)\b", rf"\b({FALL}|billigare)\b")
_MONEY = frozenset({Unit.KR, Unit.TKR, Unit.MNKR, Unit.MDKR})
_SIDES = re.compile(
    r"\b(?:mellan|between)\s+(?P<one>[\w-]+)\s+(?:och|and)\s+(?:the\s+)?(?P<other>[\w-]+)", re.IGNORECASE
)
_NUMBERED = re.compile(
    rf"\b(?:vilka|which|what|\w+s)\b(?: är| are)? (?P<number>{'|'.join((*NUMBERS[2:], *NUMBERS_ENGLISH[2:]))})\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a question that shows `asks` wants: a sentence that `holds` it.

    `told` are words that this answers to, `goes_on` marks a next sentence that tells more of it.
    """

    asks: str
    holds: Holds
    told: str = r"(?!)"
    goes_on: str = r"(?!)"
    wider: bool = False


def wanted(question: Question) -> Wanted | None:
    """What a sentence must hold to answer the question; none where no such thing tells an answer from a likeness."""
    return next((each for each in _WANTED if re.search(each.asks, question.standalone, re.IGNORECASE)), None)


def _amounts(question: Question, statement: Statement, units: frozenset[Unit]) -> list[WrittenNumber]:
    """The statement's amounts of these units that the question does not name."""
    named = {number.value for number in written_numbers(question.standalone)}
    return [
        number
        for number in written_numbers(statement.text)
        if number.form is Form.AMOUNT and number.unit in units and number.value not in named
    ]


def _holds_share(_holder: Digest, question: Question, statement: Statement) -> bool:
    return len(_amounts(question, statement, frozenset({Unit.PERCENT}))) == 1


def _holds_money(holder: Digest, question: Question, statement: Statement) -> bool:
    """Whether the one amount of money there is told as a level, or as moving the way that is asked about."""
    if not _goes_the_way(question, statement) or _is_of_another(holder, question, statement):
        return False
    units = _MONEY if question.unit is None or question.unit in _MONEY else frozenset({question.unit})
    return len(_amounts(question, statement, units)) == 1


def _goes_the_way(question: Question, statement: Statement) -> bool:
    """Whether the statement speaks of a rise, and of a fall, just where the question does."""
    texts = question.standalone, statement.text
    return all(len({bool(re.search(way, text, re.IGNORECASE)) for text in texts}) == 1 for way in _WAYS)


def _is_of_another(holder: Digest, question: Question, statement: Statement) -> bool:
    """Whether the statement names someone whom neither the question nor the headings name."""
    path = holder.plan.sections[statement.section].path
    known = {mark.word for mark in question.marks} | set(tokens(" ".join((*path, holder.plan.organisation))))
    names = (word.casefold() for word in re.findall(r"(?<=[a-zåäö,] )[A-ZÅÄÖ][\w-]+", statement.text))
    return any(
        not any(likeness(part, word) for word in known) and not holder.known.is_name(part)
        for name in names
        for part in tokens(name)
    )


def _holds_split(holder: Digest, question: Question, statement: Statement) -> bool:
    """Whether the sentence names both who share and what each has."""
    sides = _SIDES.search(question.standalone)
    if sides is None:
        return False
    own = dict.fromkeys(tokens(statement.text), 1.0)
    both = [term for term in question.terms if term.text in {sides["one"].casefold(), sides["other"].casefold()}]
    named = len(both) > 1 and all(holder.matcher.term(term, own) for term in both)
    return named and bool(_amounts(question, statement, _MONEY | {Unit.PERCENT}))


def _holds_names(holder: Digest, question: Question, statement: Statement) -> bool:
    """Whether the sentence counts up as many things as are asked for, beside what the question names."""
    asked = _NUMBERED.search(question.standalone)
    if asked is None:
        return False
    words = NUMBERS if asked["number"].casefold() in NUMBERS else NUMBERS_ENGLISH
    number = words.index(asked["number"].casefold())
    found = [_items(match[0]) for match in re.finditer(ENUMERATED, statement.text)]
    return any(len(items) == number and not _are_asked(holder, items, question.terms) for items in found)


def _items(enumerated: str) -> Sequence[str]:
    return re.split(r",\s+(?:och\s+|samt\s+)?|\s+(?:och|samt)\s+", enumerated)


def _are_asked(holder: Digest, items: Sequence[str], terms: Sequence[Term]) -> bool:
    """Whether one of the things counted up is no answer but a word of the question."""
    asked = [term for term in terms if not term.light]
    return any(all(holder.matcher.asked_for(word, asked) >= HEAD for word in tokens(item)) for item in items)


def _counts_up(holder: Digest, question: Question, statement: Statement) -> bool:
    """Whether the sentence counts up several things right after it has led to them, beside what the question names."""
    found = re.search(rf"{LEADING}\s+(?P<items>{ENUMERATED})", statement.text)
    return (
        found is not None
        and len(_items(found["items"])) > 2
        and not _are_asked(holder, _items(found["items"]), question.terms)
    )


def _is_done_by(holder: Digest, question: Question, statement: Statement) -> bool:
    """Whether the sentence tells by whom that is done which is asked about (… leds av en styrelse)."""
    return any(
        holder.matcher.asked_for(match[1].casefold(), [term for term in question.terms if not term.name]) >= INFLECTED
        for match in re.finditer(r"\b(\w+s) av\b", statement.text)
    )


def _tells_of_all(_holder: Digest, _question: Question, statement: Statement) -> bool:
    return re.search(r"\b(alla|samtliga|ingen|inga|varje)\b", statement.text, re.IGNORECASE) is not None


def _tells_why(_holder: Digest, question: Question, statement: Statement) -> bool:
    """Whether the sentence gives a reason, and of a change where one is asked about."""
    changes = re.search(ASKS_OF_CHANGE, question.standalone, re.IGNORECASE)
    if changes and (not re.search(CHANGING, statement.text, re.IGNORECASE) or not _goes_the_way(question, statement)):
        return False
    return re.search(ANSWERS[Asked.WHY], statement.text, re.IGNORECASE) is not None


def _tells_means(_holder: Digest, _question: Question, statement: Statement) -> bool:
    return re.search(PAID_BY, statement.text, re.IGNORECASE) is not None


def _tells_when(_holder: Digest, question: Question, statement: Statement) -> bool:
    said = [found[0] for found in re.finditer(ANSWERS[Asked.WHEN], statement.text, re.IGNORECASE)]
    return any(each.casefold() not in question.standalone.casefold() for each in said)


def _tells_effect(holder: Digest, question: Question, statement: Statement) -> bool:
    """Whether the sentence tells what comes of that which is asked about, which it names before that."""
    told = re.search(EFFECT, statement.text, re.IGNORECASE)
    before = dict.fromkeys(tokens(statement.text[: told.start()]), 1.0) if told else {}
    met = [term for term in question.terms if not term.light and holder.matcher.term(term, before) >= HEAD]
    return len(met) > 1


def _makes_up(holder: Digest, question: Question, statement: Statement) -> bool:
    """Whether the sentence tells whom the body asked about is made up of."""
    own = dict.fromkeys(tokens(statement.text), 1.0)
    named = all(holder.matcher.term(term, own) >= HEAD for term in question.terms if not term.light and term.known)
    return named and re.search(MAKING_UP, statement.text, re.IGNORECASE) is not None


_WANTED: tuple[Wanted, ...] = (
    Wanted(
        r"\b(delas|fördelas|delar|split|shared|divided)\b.*(\bmellan\b.*\boch\b|\bbetween\b.*\band\b)",
        _holds_split,
        r"delas|fördelas|delar|split|shared|divided",
        r"\b(fördelas|delas|fördelar|delar)\b",
    ),
    Wanted(
        r"\b(vilka|vem|vilka som) (ingår|sitter)\b|\bsammansatt\b|\bbestår\b.*\bav\b|\bmade up of\b",
        _makes_up,
        r"ingår|sitter|sammansatt|består|made",
    ),
    Wanted(_NUMBERED.pattern, _holds_names),
    Wanted(
        r"\b(andel\w*|procent|%|per ?cent|percentage|share)\b"
        r"|\bhur (?!stor|hög|mång|lång|mycket|ofta)\w+(a|d|g) (är|ska|skall|bör|var|känner)\b|\bhow satisfied\b",
        _holds_share,
    ),
    Wanted(
        r"\b(hur (mycket|stora?|stort|höga?|högt)|how much|vad (kostar|blir)|vilken \w*\s?(nivå|kostnad|summa))\b"
        r"|\bhur många (tkr|kronor|miljoner|mnkr)\b",
        _holds_money,
    ),
    Wanted(
        r"^\W*(har|är|kan|får|ska|klarar|når|have|are|do|did) (alla|samtliga|varje|all|every)\b",
        _tells_of_all,
        goes_on=r"^(Undantag|Endast|Bara)|\b(utom|förutom|undantag\w*)\b",
    ),
    Wanted(r"^\W*(och )?vem\b|^\W*who\b", _is_done_by),
    Wanted(r"^\W*(och )?(vilka|vilken|vilket|which)\b", _counts_up, wider=True),
    Wanted(r"\b(varför|why|hur kommer det sig|av vilken anledning)\b", _tells_why),
    Wanted(
        r"\b(hur|vad|vem|vilka|how|who|what)\b.*\b(finansier\w+|bekosta\w*|betalar|funded|financed|finances|pays)\b",
        _tells_means,
        r"finansier\w+|bekosta\w*|betalar|fund\w*|financ\w+|pays?",
    ),
    Wanted(r"\b(vilket år|vilka år|when|what year|which year)\b|^\W*när\b", _tells_when),
    Wanted(
        r"\b(leda till|leder till|lead to|effekt\w*|effects?)\b",
        _tells_effect,
        r"effekt\w*|väntas|förväntas|leda|leder|lead|expected|effects?",
    ),
)
"""How a question shows what it wants, the most telling first."""
