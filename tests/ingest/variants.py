"""The same plan in other words, another order and another scale: text extracts that must give the same readings."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from evals.rewritten_text import MONEY, renamed, scaled, scaled_prose
from ingest.amounts import amounts_in, parse_cell
from ingest.model import Plan
from ingest.readers.text_chunks import Line, lines_of
from ingest.readers.text_tables import table_span

Reading = Counter[tuple[object, ...]]


def shuffled(text: str) -> str:
    """The text with the tables of one form on each page in the opposite order; every other line stays where it is."""
    raw, lines = text.split("\n"), lines_of(text)
    places = _places(raw, lines)
    moved: dict[int, list[str]] = {}
    for tables in _alike_on_pages(lines):
        spans = [(places[first], places[last - 1] + 1) for first, last in tables]
        for (start, end), (a, b) in zip(spans, reversed(spans), strict=True):
            moved |= {index: [] for index in range(start, end)}
            moved[start] = raw[a:b]
    return "\n".join(part for index, line in enumerate(raw) for part in moved.get(index, [line]))


def _places(raw: Sequence[str], lines: Sequence[Line]) -> list[int]:
    """The index of the raw line that each line was read from; that of the line before where it was put together."""
    found: list[int] = []
    for line in lines:
        start = found[-1] + 1 if found else 0
        same = (n for n in range(start, len(raw)) if raw[n].strip(" \t\f\u00a0") == line.text)
        found.append(next(same, start))
    return found


def _alike_on_pages(lines: Sequence[Line]) -> list[list[tuple[int, int]]]:
    """The spans of tables that begin with the same line, page by page."""
    found: dict[tuple[int, str], list[tuple[int, int]]] = {}
    page = index = 0
    while index < len(lines):
        page += lines[index].opens_page
        end = table_span(lines, index)
        if end > index:
            found.setdefault((page, lines[index].text), []).append((index, end))
        index = max(end, index + 1)
    return list(found.values())


def rescaled(text: str, plan: Plan, factor: int) -> str:
    """The text with every amount of money multiplied, in the rows of `plan`'s tables and in running text."""
    patterns = sorted({_row_pattern(cells) for cells in _money_rows(plan)}, key=len, reverse=True)
    found = []
    for line in text.split("\n"):
        row = next((m for p in patterns if (m := re.search(p, line))), None)
        if row is None or any(amount.end > row.start() for amount in amounts_in(line)):
            found.append(line)
            continue
        parts = [scaled(part, factor) if parse_cell(part) else part for part in row.groups()]
        found.append(line[: row.start()] + "".join(parts) + line[row.end() :])
    return scaled_prose("\n".join(found), factor)


def _money_rows(plan: Plan) -> list[tuple[str, ...]]:
    """What is printed in each table row of money, the cells in order."""
    rows: dict[tuple[int, int], list[str]] = {}
    for figure in plan.figures:
        if figure.source.table is not None and figure.source.row is not None and figure.unit in MONEY:
            rows.setdefault((figure.source.table, figure.source.row), []).append(figure.as_printed)
    return [tuple(cells) for cells in rows.values()]


def _row_pattern(cells: Sequence[str]) -> str:
    loose = [re.sub(r"([-\u2212\u2013])\s?", r"\1\\s?", re.sub(r"[ \u00a0]", r"\\s", cell)) for cell in cells]
    return r"(?<![\d,])" + r"(\s+)".join(f"({cell})" for cell in loose) + r"(?=(?:\s*[^\s\d][^\d]*)?\s*$)"


def reading(plan: Plan, names: Mapping[str, str], factor: int = 1) -> Reading:
    """What was read, in the words and the scale of another variant, without regard to order, case and place."""

    def told(words: str | None) -> str | None:
        return None if words is None else renamed(scaled_prose(words, factor), names).casefold()

    found: Reading = Counter()
    for f in plan.figures:
        value = f.value * factor if f.unit in MONEY else f.value
        found[
            "figure", told(f.label), told(f.owner), value.normalize(), f.year, f.unit, f.unit_source, f.basis, f.kind
        ] += 1
    texts = {goal.id: goal.text for goal in plan.goals}
    for goal in plan.goals:
        found["goal", goal.level, told(goal.text), told(texts.get(goal.parent or ""))] += 1
    for finding in plan.findings:
        found["finding", finding.rule, finding.severity] += 1
    return found
