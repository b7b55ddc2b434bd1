"""What must hold of any plan that was read, asked of real documents."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pypdfium2

from ingest.layout.furniture import BOTTOM, TOP
from ingest.model import Figure, Plan

_WORD = re.compile(r"[^\W_]+")
_BULLET = re.compile(r"^\s*l(?=\s+[A-ZÅÄÖ])")
Row = tuple[str, str, int | None, str | None, str | None]


def words(text: str) -> Counter[str]:
    """How often each word stands in a text; a word broken at a line end is whole."""
    whole = re.sub(r"[\u0002\u00ad]\s*", "", unicodedata.normalize("NFKC", text))
    return Counter(word.casefold() for word in _WORD.findall(whole))


def printed_words(path: Path) -> list[Counter[str]]:
    """The words of each page of a PDF between the margins where furniture stands, as the file has them."""
    document = pypdfium2.PdfDocument(path)
    try:
        found = []
        for page in document:
            _, height = page.get_size()
            body = page.get_textpage().get_text_bounded(bottom=height * (1 - BOTTOM), top=height * (1 - TOP))
            found.append(words(body))
        return found
    finally:
        document.close()


def plan_words(plan: Plan) -> Counter[str]:
    """The words of all sections, each heading once."""
    found: Counter[str] = Counter()
    for path in {section.path[:depth] for section in plan.sections for depth in range(1, len(section.path) + 1)}:
        found += words(path[-1])
    for section in plan.sections:
        found += words(section.text)
    return found


def kept_share(path: Path, plan: Plan) -> float:
    """The share of a PDF's words that the plan's sections hold."""
    printed = sum(printed_words(path), Counter())
    return 1 - sum((printed - plan_words(plan)).values()) / sum(printed.values())


def lost_pages(path: Path, plan: Plan) -> list[int]:
    """Pages of which more than one word in twenty, of those that stand on no other, is in no section.

    Some room is left for words that the cut at the margin halves.
    """
    pages, held = printed_words(path), plan_words(plan)
    everywhere = sum(pages, Counter())
    lost = []
    for number, page in enumerate(pages, 1):
        own = [word for word, count in page.items() if everywhere[word] == count]
        if sum(word not in held for word in own) > 0.05 * len(own):
            lost.append(number)
    return lost


def lost_lines(text: str, plan: Plan) -> list[str]:
    """Lines of a plain text of which no run of letters stands in the plan; hyphens, bullets and white space aside."""
    held = "\n".join("".join(_WORD.findall(part)).casefold() for part in _parts(plan))
    lines = [line for line in unicodedata.normalize("NFKC", text).split("\n") if _WORD.search(line)]
    return [line.strip() for line in lines if "".join(_WORD.findall(_BULLET.sub("", line))).casefold() not in held]


def _parts(plan: Plan) -> list[str]:
    return [section.text for section in plan.sections] + [head for section in plan.sections for head in section.path]


def collapsed(text: str) -> str:
    """A text with its white space collapsed."""
    return " ".join(text.split())


def loose_quotes(plan: Plan) -> list[str]:
    """Quotes of figures that are no contiguous part of their section's text."""
    texts: dict[tuple[str, ...], list[str]] = {}
    for section in plan.sections:
        texts.setdefault(section.path, []).append(collapsed(section.text))
    return [
        figure.quote
        for figure in plan.figures
        if not any(collapsed(figure.quote) in text for text in texts.get(figure.source.section_path, []))
    ]


def loose_passages(plan: Plan) -> list[str]:
    """Ids of passages that are no contiguous part of their section's text."""
    return [
        passage.id
        for passage in plan.passages
        if collapsed(passage.text) not in collapsed(plan.sections[passage.section].text)
    ]


def value(plan: Plan, label: str, year: int | None, *, table: int) -> Decimal:
    """The one value of a row in a table's column."""
    (found,) = (
        f.value
        for f in plan.figures
        if f.source.table == table and f.label.casefold() == label.casefold() and f.year == year
    )
    return found


def rows_of(figures: Sequence[Figure]) -> Counter[Row]:
    """Figures as what a reader sees of them: label, value, year, unit, owner."""
    return Counter((f.label, str(f.value), f.year, f.unit and f.unit.value, f.owner) for f in figures)
