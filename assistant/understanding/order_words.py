"""How questions ask for one end of a scale, or for a place on it."""

import re

_HIGHEST = (
    r"störst\w*|högst\w*|dyrast\w*|tyngst\w*|kostsammast\w*|mest|flest|toppar|topp(en)?|överst|etta|largest|biggest"
    r"|highest|greatest|heaviest|most|costliest|tops|(topp|rekord)år(et)?|peak"
)
_LOWEST = (
    r"minst\w*|lägst\w*|billigast\w*|färst\w*|underst|nederst|bottnar|botten|jumbo\w*|bottenår(et)?|smallest|lowest"
    r"|least|cheapest|fewest|bottom"
)
_MORE = r"större|högre|dyrare|tyngre|kostsammare|mer|larger|bigger|higher|greater|heavier|more"
_LESS = r"mindre|lägre|billigare|färre|lättare|smaller|lower|less|cheaper|fewer"
_ONE_OF_TWO = (
    rf"(?=.*\b(eller|or)\b)(?!.*\b(än|than)\b)(?!.*\b({_MORE}|{_LESS}) (eller|or) ({_MORE}|{_LESS})\b)"
    r"(?!.*\b(öka|minsk|increas|decreas))"
)

RANKING = (
    rf"\b({_HIGHEST}|{_LOWEST}|rangordna\w*|rangordning\w*)\b|^{_ONE_OF_TWO}.*\b({_MORE}|{_LESS})\b"
    r"|\b(tvåa|trea|andra plats|tredje plats)\b"
)
"""Signs that something is asked by its order: an end, a place, or a comparative with "or" and without "than"."""
EXTREME = re.compile(rf"\b({_HIGHEST}|{_LOWEST})\b", re.IGNORECASE)
"""Words that ask for one end of a scale."""
SMALLEST = re.compile(rf"\b({_LOWEST})\b|^{_ONE_OF_TWO}.*\b({_LESS})\b", re.IGNORECASE)
"""Signs of the low end."""
END_YEAR = r"\b((topp|rekord|botten)år(et|en)?|peak year)\b"
"""The year of one end."""
ORDER_WORDS = (
    rf"{_HIGHEST}|{_LOWEST}|{_MORE}|{_LESS}|plats(en)?|placering(en)?|topplats\w*|tvåa|trea|näst|rangordna\w*"
    r"|rangordning\w*|sortera|rank|sort|place"
)
"""Words that show an order that is asked for rather than what about."""

_PLACES = {
    2: r"näst|andra|second|2nd",
    3: r"tredje|third|3rd",
    4: r"fjärde|fourth|4th",
    5: r"femte|fifth|5th",
}
BEFORE_END = re.compile(rf"\b({'|'.join(_PLACES.values())})[- ]$", re.IGNORECASE)
"""A place, right before the word for an end."""
_NOUNS = {2: r"\b(tvåa|runner-up)\b", 3: r"\btrea\b", 4: r"\bplats 4\b", 5: r"\bplats 5\b"}


def place_of(text: str) -> int:
    """The place in the order that a question asks for: 1 where it tells none."""
    for number, words in _PLACES.items():
        ordinal = rf"\b({words})[- ]({_HIGHEST}|{_LOWEST}|plats\w*|placering\w*|place)\b"
        if re.search(rf"{ordinal}|{_NOUNS[number]}", text, re.IGNORECASE):
            return number
    return 1
