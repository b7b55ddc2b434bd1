"""Rows of tables as running text names them, whatever the endings and the filling words."""

import re

from ingest.figure_kinds import SUM_WORDS

_ENDINGS = re.compile(r"(?:ernas|arnas|ornas|erna|arna|orna|ens|ets|ans|nas|en|et|an|er|ar|or|na|a|e)$", re.IGNORECASE)
_WORD = re.compile(r"[\w&-]+", re.IGNORECASE)
_FILLING_WORDS = (
    "de den det våra vår vårt totalt total totala totalsumma summan sammanlagt sammanlagda samlade samlad budget "
    "budgeten budgeterade budgeterad budgeterat budgeteras planerade planerad planeras beräknade beräknad beräknat "
    "beräknas väntas förväntas prognosticeras förbundets kommunens regionens nämndens enhetens verksamhetens "
    "organisationens kommunalförbundets för under år året årets i till att vara bli blir är var uppgår uppgå om på "
    "samt ca cirka och därmed alltså också även nu då med"
)
FILLING = frozenset(_FILLING_WORDS.split())
"""Words that say nothing of which row is meant."""


def stem(word: str) -> str:
    """A word without its grammatical endings: "kostnaderna" and "kostnader" are one."""
    folded = re.sub(r"medel$", "medl", word.casefold())
    bare = _ENDINGS.sub("", folded)
    return bare if len(bare) > 2 else folded


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, numbers left out."""
    return tuple(word for word in _WORD.findall(text) if not re.fullmatch(r"[\d-]+", word))


def meaning_of(text: str) -> frozenset[str]:
    """The stems of the words that tell which row is meant; words of summing, filling words and numbers left out."""
    plain = [w for w in words_of(text) if w.casefold() not in FILLING and not SUM_WORDS.match(w)]
    return frozenset(stem(word) for word in plain)
