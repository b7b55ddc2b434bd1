"""What a reading process says of a file, one line each: a page done, the plan, or an error.

Plans travel as JSON that is checked against their types on arrival. A pickle could make the parent run whatever a
child that has been taken over puts into it; JSON can only be a plan or not be one.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from ingest.errors import IngestError, ReadingStopped
from ingest.model import Plan

if TYPE_CHECKING:
    from pydantic import TypeAdapter

LONGEST = 1 << 28
"""Bytes of the longest line that is taken in."""

LONGEST_DETAIL = 300


@dataclass(frozen=True, slots=True)
class Ready:
    """The process has started and takes files."""


@dataclass(frozen=True, slots=True)
class PageDone:
    """So many pages of all have been read."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Leaving:
    """The process ends after the plan or error that follows, and is to be given no other file."""


Report = Ready | PageDone | Leaving | Plan | IngestError

_PLAIN: dict[bytes, Report] = {b"ready\n": Ready(), b"leaving\n": Leaving()}


class Unintelligible(ValueError):
    """A line that no reading process writes."""


def prepare() -> None:
    """Do now what the first plan would otherwise wait for."""
    _plans()


def encode(report: Report) -> bytes:
    """The report's line; raises ValueError where a plan holds what is no text."""
    if isinstance(report, Plan):
        return b"plan " + _plans().dump_json(report) + b"\n"
    if isinstance(report, PageDone):
        return b"page %d %d\n" % (report.done, report.total)
    if isinstance(report, IngestError):
        told = [report.code, report.where, report.detail[:LONGEST_DETAIL]]
        return b"fail " + json.dumps(told).encode() + b"\n"
    return next(line for line, meant in _PLAIN.items() if meant == report)


def decode(line: bytes) -> Report:
    """The report in a line; raises Unintelligible."""
    if line in _PLAIN:
        return _PLAIN[line]
    kind, _, content = line.partition(b" ")
    try:
        if kind == b"page":
            done, total = content.split()
            return PageDone(int(done), int(total))
        if kind == b"plan" and line.endswith(b"\n"):
            return _plans().validate_json(content)
        if kind == b"fail":
            code, where, detail = json.loads(content)
            return _errors().get(code, ReadingStopped)(str(where), str(detail))
    except (ValueError, TypeError) as exc:
        raise Unintelligible(kind.decode("ascii", "replace")) from exc
    raise Unintelligible(repr(kind[:20]))


@cache
def _plans() -> "TypeAdapter[Plan]":
    from pydantic import TypeAdapter

    return TypeAdapter(Plan)


def _errors() -> dict[str, type[IngestError]]:
    return {error.code: error for error in _branches(IngestError)}


def _branches(error: type[IngestError]) -> Iterator[type[IngestError]]:
    yield error
    for branch in error.__subclasses__():
        yield from _branches(branch)
