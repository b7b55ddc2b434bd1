"""The sidecar as a YAML file: read and checked field by field, and a first one written to be edited."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Protocol

from ingest.errors import BadSidecar, UnreadableFile
from ingest.model import Decision, Plan, Table
from ingest.sidecar import NOTHING, Sidecar
from ingest.units import SCALES

LARGEST = 1_000_000
"""Bytes up to which a sidecar is read."""


def sidecar_of(path: Path) -> Path:
    """Where the sidecar of a plan's file lies: `NAME.plan.yaml` beside it."""
    return path.with_name(f"{path.stem}.plan.yaml")


def read_sidecar(path: Path) -> Sidecar:
    """The sidecar of the plan's file at `path`, or an empty one where there is none.

    Raises BadSidecar naming the line or the field, UnreadableFile where the file cannot be opened.
    """
    file = sidecar_of(path)
    if not file.exists():
        return NOTHING
    try:
        data = file.read_bytes()
    except OSError as exc:
        raise UnreadableFile(str(file), exc.strerror or "") from exc
    if len(data) > LARGEST:
        raise BadSidecar(str(file), f"{len(data)} byte")
    return _checked(_loaded(data, file), file)


def _loaded(data: bytes, file: Path) -> Any:
    import yaml

    try:
        # The base loader makes nothing but strings, lists and mappings: "1:30" stays as it was written.
        return yaml.load(data, Loader=yaml.BaseLoader)  # noqa: S506
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as exc:
        mark = getattr(exc, "problem_mark", None)
        where = str(file) if mark is None else f"{file}: {mark.line + 1}"
        raise BadSidecar(where, getattr(exc, "problem", None) or "") from exc


def _checked(content: Any, file: Path) -> Sidecar:
    from pydantic import TypeAdapter, ValidationError

    try:
        sidecar = TypeAdapter(Sidecar).validate_python(_without_blanks(content or {}))
    except ValidationError as exc:
        first = exc.errors(include_url=False)[0]
        raise BadSidecar(f"{file}: {_field(first['loc'])}", first["msg"]) from exc
    if sidecar.id is not None and not re.fullmatch(r"[^\s/\\]+", sidecar.id):
        raise BadSidecar(f"{file}: id", "white space or a slash in it")
    if sidecar.period is not None and sidecar.period[0] > sidecar.period[1]:
        raise BadSidecar(f"{file}: period", "it ends before it begins")
    return sidecar


def _without_blanks(content: Any) -> Any:
    """The content less the fields and groups of fields that were left blank; a cell's texts may be blank."""
    if isinstance(content, list):
        return [_without_blanks(part) for part in content]
    if not isinstance(content, dict) or "read" in content:
        return content
    kept = {name: _without_blanks(value) for name, value in content.items()}
    return {name: value for name, value in kept.items() if value not in ("", {})}


def _field(place: Sequence[int | str]) -> str:
    """A field's place as a person counts: "tables[1].unit" for the first table's."""
    parts = (f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in place)
    return "".join(parts).lstrip(".")


class Remarks(Protocol):
    """The comments of a sidecar in the user's language, by the name of what they stand over."""

    def __call__(self, name: str, /, **known: object) -> str:
        """The lines of a comment: "head", "status", "decision", "address", "tables", "place" or "cells".

        "evidence.NAME" is a kind of evidence for an owner in words, "evidence.open" that there is none.
        """
        ...


def sidecar_text(plan: Plan, remarks: Remarks) -> str:
    """A first sidecar: what was read of the plan and its tables, with remarks as comments over the fields."""
    lines = [*_facts(plan, remarks), *_tables(plan, remarks)]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _facts(plan: Plan, remarks: Remarks) -> Iterator[str]:
    decision = plan.decision or Decision()
    yield from _remark(remarks("head"))
    yield f"id: {_value(plan.id)}"
    yield f"title: {_value(plan.title)}"
    yield f"organisation: {_value(plan.organisation)}"
    yield f"period: {_value(list(plan.period or ()))}"
    yield from _remark(remarks("status"))
    yield f"status: {_value(plan.status.value if plan.status is not None else '')}"
    yield from _remark(remarks("decision"))
    yield "decision:"
    yield f"  decided: {decision.decided or ''}"
    yield f"  paragraph: {_value(decision.paragraph)}"
    yield f"  registration_number: {_value(decision.registration_number)}"
    yield from _remark(remarks("address"))
    yield f"address: {_value(plan.address)}"


def _tables(plan: Plan, remarks: Remarks) -> Iterator[str]:
    yield ""
    yield from _remark(remarks("tables"))
    counted = {figure.source.table for figure in plan.figures}
    tables = [table for table in plan.tables if table.source.table in counted]
    known = [(table, row) for table in tables if (row := _telling_row(table, plan.tables)) is not None]
    yield "tables:"
    for table, row in known:
        units = {f.unit for f in plan.figures if f.source.table == table.source.table and f.unit in SCALES}
        evidence = ", ".join(remarks(f"evidence.{name}") for name in table.owner_evidence or ("open",))
        yield from _remark(remarks("place", page=table.source.page or "–", evidence=evidence), indent="  ")
        yield f"  - holds: {_value(' '.join(row))}"
        yield f"    under: {_value(table.caption)}"
        yield f"    owner: {_value(table.owner or '')}"
        yield f"    unit: {_value(units.pop().value if len(units) == 1 else '')}"
    yield from _remark(remarks("cells"), indent="  ")


def _telling_row(table: Table, tables: Sequence[Table]) -> tuple[str, ...] | None:
    """The first row of amounts that no other table under the same heading holds."""
    rows = [row for other in tables if other.caption == table.caption for row in other.rows]
    return next((row for row in table.rows[1:] if any(row[1:]) and rows.count(row) == 1), None)


def _remark(text: str, indent: str = "") -> Iterator[str]:
    for line in text.splitlines():
        yield f"{indent}# {line}"


def _value(value: object) -> str:
    import yaml

    if value == "" or value == []:
        return ""
    text: str = yaml.safe_dump(value, allow_unicode=True, default_flow_style=True, width=10_000)
    return text.removesuffix("...\n").strip()
