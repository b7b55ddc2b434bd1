"""What a question wants to be told: the kind of thing that a sentence must hold to answer it, by what shows it."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from assistant.extractive.amounts_told import holds_money, holds_share, holds_split
from assistant.extractive.digest import Digest
from assistant.extractive.reasons_told import (
    tells_all_of_it,
    tells_condition,
    tells_effect,
    tells_means,
    tells_of_all,
    tells_when,
    tells_why,
)
from assistant.extractive.statements import Statement
from assistant.extractive.text_cues import CONDITIONS_ASKED
from assistant.extractive.things_told import (
    NUMBERED,
    counts_up,
    holds_names,
    is_done_by,
    is_shared_by,
    lies_under,
    makes_up,
    tells_key,
)
from assistant.question import Question
from assistant.understanding.cues import THEN_ASKED, Asked

Holds = Callable[[Digest, Question, Statement], bool]
"""Whether a statement holds what the question wants."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a question that shows `asks` wants: a sentence that `holds` it.

    `told` are words that this answers to, `goes_on` marks a next sentence that tells more of it, and where
    `wider` the things asked for may have a wider name than any that the plan uses. Where `headed` they need no name
    beside those counted up, and the heading may name what they are of.
    """

    asks: str
    holds: Holds
    told: str = r"(?!)"
    goes_on: str = r"(?!)"
    wider: bool = False
    headed: bool = False


def wanted(question: Question) -> Wanted | None:
    """What a sentence must hold to answer the question; none where no such thing tells an answer from a likeness."""
    if question.asks(Asked.WHY):
        return _REASON
    return next((each for each in _WANTED if re.search(each.asks, question.standalone, re.IGNORECASE)), None)


_REASON = Wanted("", tells_why)
"""What a question for a reason wants, in whatever words it asks for it."""


_WANTED: tuple[Wanted, ...] = (
    Wanted(
        r"\b(delas|fördelas|delar|split|shared|divided)\b.*(\bmellan\b.*\boch\b|\bbetween\b.*\band\b)",
        holds_split,
        r"delas|fördelas|delar|split|shared|divided",
        r"\b(fördelas|delas|fördelar|delar)\b",
    ),
    Wanted(
        r"\b(fördelas|delas)\b[^?]*\bmellan (?:\w+ )?(?:kommunerna|medlemmarna|medlemskommunerna|parterna|ägarna)\b",
        tells_key,
        r"fördelas|delas|kommunerna|medlemmarna|medlemskommunerna|parterna|ägarna",
    ),
    Wanted(
        r"\bvilka (?:kommuner|medlemmar|medlemskommuner|regioner)\b[^?]*"
        r"\b(?:delar|använder|köper|avtal|omfattas|ansluter)\b"
        r"|\bwhich (?:municipalities|members|regions)\b[^?]*\b(?:share|use|buy|agreement|contract)\b",
        is_shared_by,
        r"delar|använder|köper|avtal\w*|omfattas|ansluter|share|use|buy|agreement|contract",
        headed=True,
    ),
    Wanted(
        r"\b(vilka|vem|vilka som) (ingår|sitter|hör)\b|\bhör vilka\b|\bsammansatt\b|\bbestår\b.*\bav\b|\bmade up of\b",
        makes_up,
        r"ingår|sitter|hör|sammansatt|består|made",
    ),
    Wanted(NUMBERED.pattern, holds_names),
    Wanted(
        r"\b(under|inom|vid|hos) vilken (myndighet|organisation|nämnd|förvaltning|huvudman)\b"
        r"|\bvilken (myndighet|organisation|nämnd|förvaltning|huvudman) \w+\b.*\b(under|inom|vid|hos)\W*$",
        lies_under,
        r"myndighet\w*|organisation\w*|nämnd\w*|förvaltning\w*|huvudman\w*|ligger|lyder|sorterar|finns",
    ),
    Wanted(
        r"\b(andel\w*|procent|%|per ?cent|percentage|share)\b"
        r"|\bhur (?!stor|hög|mång|lång|mycket|ofta)\w+(a|d|g) (är|ska|skall|bör|var|känner)\b|\bhow satisfied\b",
        holds_share,
    ),
    Wanted(
        r"\b(hur (mycket|stora?|stort|höga?|högt)|how much|vad (kostar|blir)|vilken \w*\s?(nivå|kostnad|summa))\b"
        r"|\bhur många (tkr|kronor|miljoner|mnkr)\b",
        holds_money,
    ),
    Wanted(
        r"^\W*(har|är|kan|får|ska|klarar|når|have|are|do|did) (alla|samtliga|varje|all|every)\b",
        tells_of_all,
        goes_on=r"^(Undantag|Endast|Bara)|\b(utom|förutom|undantag\w*)\b",
    ),
    Wanted(
        r"\b(vad krävs|villkor\w*|vilk\w+ förutsättning\w*|on what condition\w*|what is required)\b",
        tells_condition,
        CONDITIONS_ASKED,
    ),
    Wanted(r"^\W*(och )?vem\b|^\W*who\b", is_done_by),
    Wanted(r"(^|[,;:.!–-]\s)\W*(och )?(vilka|vilken|vilket|which)\b", counts_up, wider=True),
    Wanted(
        r"\b(finansier\w+|bekosta\w*|betalar|står för|funded|financed|finances|pays)\b",
        tells_means,
        r"finansier\w+|bekosta\w*|betalar|fund\w*|financ\w+|pays?",
    ),
    Wanted(
        r"\b(vilket år|vilka år|hur ofta|how often|when|what year|which year)\b|^\W*när\b(?!" + THEN_ASKED + ")",
        tells_when,
    ),
    Wanted(
        r"\b(leda till|leder till|lead to|effekt\w*|effects?)\b",
        tells_effect,
        r"effekt\w*|väntas|förväntas|leda|leder|lead|expected|effects?",
    ),
    Wanted(r"\b(hur|vad|how|what|på vilket sätt)\b", tells_all_of_it),
)
"""How a question shows what it wants, the most telling first."""
