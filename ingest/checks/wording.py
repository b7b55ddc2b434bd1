"""The words of findings: figures by name, owner and year, numbers as Swedes write them."""

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from ingest.model import Figure, Finding


def named(figure: Figure) -> str:
    """A figure by its label, owner and year: "Personal för Kansliet 2025"."""
    year = f" {figure.year}" if figure.year is not None else ""
    owner = f" för {figure.owner}" if figure.owner else ""
    return f"{figure.label}{owner}{year}"


def plain(value: Decimal) -> str:
    """A number with no-break spaces between thousands, decimal comma and a true minus."""
    text = f"{value:,f}".replace(",", "\u00a0").replace(".", ",")
    return text.replace("-", "\u2212")


def rounded(value: Decimal, places: int = 1) -> str:
    """A computed number with this many decimals, as `plain` writes it."""
    return plain(value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP) + Decimal(0))


def placed(finding: Finding) -> Finding:
    """The finding with the heading that its first place stands under, where its message does not name it."""
    heading = finding.sources[0].section_path[-1] if finding.sources and finding.sources[0].section_path else ""
    if not heading or heading.casefold() in finding.message.casefold():
        return finding
    return replace(finding, message=f"{finding.message.removesuffix('.')}, se avsnittet {heading}.")


def quoted(text: str, most: int = 160) -> str:
    """A sentence in quotation marks, cut at a word where it is long."""
    flat = " ".join(text.removeprefix("• ").split())
    cut = flat if len(flat) <= most else f"{flat[:most].rsplit(' ', 1)[0]} …"
    return f"”{cut}”"
