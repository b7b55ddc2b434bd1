"""How people name an organisation: by the words of its name that are its alone, inflected or beside its kind."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

GENERIC = re.compile(
    r"(kommunal)?förbund\w*|kommun(en|s|ens)?|region(en|s|ens)?|stad(en|s)?|nämnd\w*|styrelse\w*|verksamhetsplan\w*"
    r"|budget\w*|plan(en|er)?|mål\w*|"
    r"flerårsplan|treårsplan|årsplan|och|för|med|av|i|the|of|and|utdrag|sammanfattning|förvaltning\w*|myndighet\w*"
    r"|ab|\d+"
)
"""Words that name a kind of organisation or document, not one of them."""

ENDINGS = (
    "regionen",
    "regionens",
    "region",
    "förbundet",
    "förbundets",
    "förbund",
    "kommun",
    "plan",
    "planen",
    "bygden",
    "området",
)
"""What people put to the name itself, so that it is one word with it."""

SHORT = 3
"""Letters of a name that is too short to lose its s."""

_DEFINITE = ("ets", "et", "ens", "en")
"""Endings of a definite noun."""
_SERVICE = re.compile(r"(?P<service>\w{2,}(?:tjänst|försvar|kår|trafik|vård))s?(?:förbund|bolag|nämnd|region)\w*")
"""A kind of organisation with the service that it gives in its name."""

_WORD = re.compile(r"[^\W_]+")


def words_of(text: str) -> tuple[str, ...]:
    """Words and numbers of the text, casefolded, soft hyphens left out."""
    return tuple(_WORD.findall(text.replace("\u00ad", "").casefold()))


def distinctive_words(name: str) -> frozenset[str]:
    """The words of an organisation's name or a plan's title that are not of its kind, casefolded."""
    return frozenset(word for word in words_of(name) if not GENERIC.fullmatch(word))


def stem_of(name: str) -> str:
    """A word of a name without its genitive."""
    return name.removesuffix("s") if len(name) > SHORT + 1 else name


@lru_cache(maxsize=20_000)
def is_form_of(word: str, name: str) -> bool:
    """Whether a casefolded word is this word of a name, in any form that people write it in."""
    stems = {name, stem_of(name)}
    return not stems.isdisjoint(stems_of(word)) or plain_letters(stem_of(name)) in {
        plain_letters(stem) for stem in (word, word.removesuffix("s"))
    }


def stems_of(word: str) -> Iterator[str]:
    """What a casefolded word may be a form of."""
    yield word
    yield word.removesuffix("s")
    yield from (word.removesuffix(ending) for ending in _DEFINITE if word.endswith(f"förbund{ending}"))
    if not word.endswith(ENDINGS):
        return
    for ending in ENDINGS:
        if word.endswith(ending) and (stem := word.removesuffix(ending)):
            yield stem
            yield stem.removesuffix("s")


def services_of(name: str) -> frozenset[str]:
    """Words by which people call an organisation after the service in its name (räddningstjänsten)."""
    found = (_SERVICE.fullmatch(word) for word in words_of(name))
    return frozenset(match["service"] + ending for match in found if match for ending in (*_DEFINITE, "s"))


def plain_letters(word: str) -> str:
    """The word in plain letters, as in file names."""
    return unicodedata.normalize("NFKD", word.casefold()).encode("ascii", "ignore").decode()
