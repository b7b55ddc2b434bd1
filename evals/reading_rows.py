"""The rows in which a measured reading is reported: tables, aspects of cells, text, words, and every miss in a line."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from evals.metrics import ratio
from evals.reading_cells import NEEDED, Aspect, Judged, ReadCell
from evals.reading_headings import headings_of
from evals.reading_parts import Found
from evals.reading_words import agreement, words
from ingest.model import Figure, Plan

Row = dict[str, Any]

SHOWN_WORDS = 12
"""How many differing words are named on each side."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What one reading comes to: cells, text, and the figures that nobody sees in the document."""

    cells: tuple[ReadCell, ...]
    parts: dict[str, Found]
    spurious: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """One file as it was read and judged; `form` is the ending of its name, `seconds` the time that reading took."""

    plan: Plan
    form: str
    seconds: float
    judgement: Judgement

    @property
    def name(self) -> str:
        """The file's name shortened to what tells files apart."""
        return f"{self.plan.id.partition('-')[0]}{self.form}"


def tables_rows(reading: Reading) -> list[Row]:
    """Right cells of each table and of all, `page` empty where it is not one."""
    names = list(dict.fromkeys(read.cell.table for read in reading.judgement.cells))
    rows = []
    for name in (*names, "all"):
        own = [read for read in reading.judgement.cells if name in {read.cell.table, "all"}]
        right = sum(read.right for read in own)
        pages = {read.cell.page for read in own}
        page = pages.pop() if len(pages) == 1 else ""
        counts = {"right": right, "cells": len(own), "right_share": ratio(right, len(own))}
        rows.append({"file": reading.name, "page": page, "table": name, **counts})
    return rows


def aspects_rows(reading: Reading) -> list[Row]:
    """Each aspect of all cells apart."""
    rows = []
    for aspect in Aspect:
        counts = Counter(read.aspects[aspect] for read in reading.judgement.cells if aspect in read.aspects)
        counted = {judged.value: counts[judged] for judged in Judged}
        share = ratio(counts[Judged.RIGHT], counts.total())
        rows.append({"file": reading.name, "aspect": aspect.value, **counted, "right_share": share})
    return rows


def texts_rows(reading: Reading) -> list[Row]:
    """What is found of amounts in text, sections, goals and findings."""
    rows = [
        {
            "file": reading.name,
            "part": name,
            "found": part.found,
            "of": part.expected,
            "recall_share": part.recall,
            "read": part.read,
            "precision_share": part.precision,
        }
        for name, part in reading.judgement.parts.items()
    ]
    empty = {**dict.fromkeys(rows[0], ""), "file": reading.name}
    tables = sum(figure.source.table is not None for figure in reading.judgement.spurious)
    rows.append({**empty, "part": "figures of tables, too much", "read": tables})
    rows.append({**empty, "part": "seconds to read", "read": round(reading.seconds, 2)})
    return rows


def misses_rows(reading: Reading) -> list[Row]:
    """Every miss in one line: what stands on the page, and what was read."""
    lines = [line for read in reading.judgement.cells for line in _cell_misses(read)]
    lines += [f"figure too much: {_told(figure)}" for figure in reading.judgement.spurious]
    lines += [line for part in reading.judgement.parts.values() for line in part.misses]
    return [{"file": reading.name, "miss": line} for line in lines]


def _cell_misses(read: ReadCell) -> Iterator[str]:
    cell, figure = read.cell, read.figure
    where = f"p. {cell.page} {cell.table} · {cell.labels[0]} {cell.years[0]} {cell.value}"
    if figure is None:
        yield f"cell missed: {where}"
        return
    for aspect, judged in read.aspects.items():
        if judged is not Judged.RIGHT:
            mark = "" if aspect in NEEDED else " (apart)"
            yield f"cell's {aspect.value} {judged.value}{mark}: {where}; read {_told(figure)}"


def _told(figure: Figure) -> str:
    parts = (figure.owner, *figure.path[len(figure.source.section_path) :], figure.label, figure.value, figure.unit)
    rest = (figure.year, figure.basis, figure.kind, f"p. {figure.source.page}")
    return " · ".join("?" if part is None else str(part) for part in (*parts, *rest))


def words_rows(one: Reading, other: Reading) -> Iterator[Row]:
    """The words of two forms of one plan against each other, as read and before repair."""
    for state, repaired in (("as read", True), ("before repair", False)):
        same = agreement(_words_of(one.plan, True), _words_of(other.plan, repaired))
        yield {
            "files": f"{one.name} {other.name}",
            "words": state,
            "first": same.first,
            "second": same.second,
            "recall_share": same.recall,
            "precision_share": same.precision,
            "only first": _listed(same.only_first),
            "only second": _listed(same.only_second),
        }


def _words_of(plan: Plan, repaired: bool) -> Counter[str]:
    """The words of a plan's headings, each once, and of its text, page furniture left out; or before repair."""
    texts = [heading.path[-1] for heading in headings_of(plan.sections)]
    texts += [section.text if repaired or section.original is None else section.original for section in plan.sections]
    return words("\n".join(texts))


def _listed(words: Sequence[tuple[str, int]]) -> str:
    shown = [word if count == 1 else f"{word}×{count}" for word, count in words[:SHOWN_WORDS]]
    return " ".join(shown) + (" …" if len(words) > SHOWN_WORDS else "")
