"""Answers as they were given: one JSON line for each question, so that scoring needs no assistant.

A line is an answer of the contract with two more fields: `elapsed_ms` as the asker saw it, and `hits`, what
the library found for the question, best first. What `plansvar ask --batch` writes is read as well, without hits.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.errors import InvalidRecords
from evals.golden import Case

ContractAnswer = Mapping[str, Any]
"""An answer as the contract's JSON object."""


@dataclass(frozen=True, slots=True)
class Retrieved:
    """What was found for a question: its plan, its headings, its own text."""

    plan: str
    section: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Record:
    """The answer to one case; `hits` is null where nobody searched, `elapsed_ms` where nobody measured."""

    case_id: str
    answer: ContractAnswer
    elapsed_ms: float | None = None
    hits: tuple[Retrieved, ...] | None = None


def record_json(record: Record) -> dict[str, Any]:
    """The record as its JSON line's object."""
    hits = record.hits
    return {
        **record.answer,
        "id": record.case_id,
        "elapsed_ms": record.elapsed_ms,
        "hits": None if hits is None else [{"plan": h.plan, "section": list(h.section), "text": h.text} for h in hits],
    }


def read_records(path: Path) -> tuple[Record, ...]:
    """Read a file of records, in its order; raises `InvalidRecords` naming the line."""
    try:
        lines = path.read_text("utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidRecords(str(path), getattr(error, "strerror", None) or "it is no text") from error
    return tuple(_record(f"{path.name}, line {n}", line) for n, line in enumerate(lines, start=1) if line.strip())


def _record(where: str, line: str) -> Record:
    try:
        entry = json.loads(line)
        elapsed = entry.get("elapsed_ms", entry.get("timings_ms", {}).get("total"))
        hits = entry.get("hits")
        if not isinstance(entry["id"], str | int) or not isinstance(entry["status"], str):
            raise TypeError("id and status must be texts")
        for citation in entry.get("citations") or ():
            _ = citation["plan"], tuple(citation["section"]), citation["quote"]
        return Record(
            case_id=str(entry["id"]),
            answer={name: value for name, value in entry.items() if name not in {"elapsed_ms", "hits"}},
            elapsed_ms=None if elapsed is None else float(elapsed),
            hits=None if hits is None else tuple(_hit(hit) for hit in hits),
        )
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise InvalidRecords(where, f"it is no answer: {error}") from error


def _hit(hit: Mapping[str, Any]) -> Retrieved:
    return Retrieved(str(hit["plan"]), tuple(hit["section"]), str(hit["text"]))


def match_records(where: str, cases: Sequence[Case], records: Iterable[Record]) -> tuple[Record, ...]:
    """The records in the order of the cases; raises `InvalidRecords` unless each case has exactly one."""
    records = tuple(records)
    by_id = {record.case_id: record for record in records}
    if len(by_id) < len(records):
        raise InvalidRecords(where, "it holds two answers to one case")
    missing = [case.id for case in cases if case.id not in by_id]
    foreign = sorted(set(by_id) - {case.id for case in cases})
    if missing:
        raise InvalidRecords(where, f"no answer to {', '.join(missing[:5])}{' …' if missing[5:] else ''}")
    if foreign:
        raise InvalidRecords(where, f"no question for {', '.join(foreign[:5])}{' …' if foreign[5:] else ''}")
    return tuple(by_id[case.id] for case in cases)
