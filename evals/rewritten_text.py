"""The same text under other names and on another scale: what is read and answered must follow, and nothing else change.

Amounts of money are multiplied, whatever unit stands behind them; counts, shares and years stay.
"""

import re
from collections.abc import Mapping
from decimal import Decimal

from ingest.amounts import amounts_in
from ingest.model import Unit
from ingest.units import SCALES

MONEY: frozenset[Unit | None] = frozenset({*SCALES, Unit.KR_PER_INHABITANT, None})
"""The units of what is multiplied; in tables also amounts whose unit is open."""

Names = Mapping[str, str]
"""New names by old ones."""


def renamed(text: str, names: Names, *, endings: bool = False) -> str:
    """The text with each name exchanged, in capitals where the old one was; with `endings` as words begin."""
    for old, new in sorted(names.items(), key=lambda pair: -len(pair[0])):
        pattern = re.compile(rf"\b{re.escape(old)}" + ("" if endings else r"\b"), re.IGNORECASE)
        text = pattern.sub(lambda found, new=new: new.upper() if found[0].isupper() else new, text)  # type: ignore[misc]
    return text


def scaled(amount: str, factor: int) -> str:
    """A printed amount multiplied, its sign and its decimal places kept, thousands parted by spaces.

    Raises ValueError where no digit stands in it.
    """
    parts = re.fullmatch(r"(\D*)(\d.*\d|\d)(\D*)", amount, re.DOTALL)
    if parts is None:
        raise ValueError(f"no amount: {amount!r}")
    value = Decimal(re.sub(r"\s", "", parts[2]).replace(",", ".")) * factor
    return parts[1] + f"{value:,f}".replace(",", " ").replace(".", ",") + parts[3]


def scaled_prose(text: str, factor: int) -> str:
    """Running text with its amounts of money multiplied, those that go over a line end too."""
    places = [index for index, letter in enumerate(text) if not (letter == " " and text[index + 1 : index + 2] == "\n")]
    for amount in reversed(amounts_in("".join(text[index] for index in places))):
        number = re.match(r".*\d", amount.as_printed)
        if amount.unit in MONEY and number is not None:
            start, end = places[amount.start], places[amount.start + number.end() - 1] + 1
            text = text[:start] + scaled(text[start:end], factor) + text[end:]
    return text
