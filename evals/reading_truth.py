"""What a person reads in a plan, against which reading is measured; the bundled files' comments say how it is written.

A truth may allow several readings of one thing: years, bases, owners, kinds, levels and parents are tuples of what is
right, and null among them means that nothing need be said.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from evals.errors import UnreadableTruth
from evals.yaml_file import yaml_content
from ingest.model import Basis, FigureKind, GoalLevel, Severity, Unit, UnitSource

BUNDLED = Path(__file__).parent / "golden" / "reading"
"""Where the project's own truth lies: one file for each plan, named after it."""

Entry = Mapping[str, Any]
_MINUS_SIGNS = str.maketrans(dict.fromkeys("\u2212\u2013\u2010\u2011", "-"))


@dataclass(frozen=True, slots=True)
class TrueCell:
    """One amount of a table: `value` as printed, `titles` headings that may stand in the label's path too."""

    table: str
    page: int
    labels: tuple[str, ...]
    path: tuple[str, ...]
    titles: tuple[str, ...]
    value: Decimal
    unit: Unit
    unit_source: UnitSource
    owners: tuple[str, ...]
    years: tuple[int | None, ...]
    bases: tuple[Basis | None, ...]
    kinds: tuple[FigureKind, ...]


@dataclass(frozen=True, slots=True)
class TrueAmount:
    """One amount in running text, `about` words that stand in its sentence; no years: its year is not judged."""

    page: int
    value: Decimal
    unit: Unit
    about: tuple[str, ...]
    years: tuple[int | None, ...]
    optional: bool


@dataclass(frozen=True, slots=True)
class TrueSection:
    """A heading and the headings that it may stand under; an ending … stands for the rest of a long one."""

    heading: str
    page: int
    under: tuple[str | None, ...]
    optional: bool


@dataclass(frozen=True, slots=True)
class TrueGoal:
    """A node of the goal tree by words of its text; `parent` is a position, -1 at a root, null where not judged."""

    key: str
    page: int
    levels: tuple[GoalLevel, ...]
    parent: int | None
    optional: bool


@dataclass(frozen=True, slots=True)
class TrueFinding:
    """An inconsistency: of each tuple of `words` the message holds one."""

    family: str
    page: int
    severities: tuple[Severity, ...]
    words: tuple[tuple[str, ...], ...]
    optional: bool


@dataclass(frozen=True, slots=True)
class Truth:
    """All that is known of one plan."""

    plan: str
    cells: tuple[TrueCell, ...]
    amounts: tuple[TrueAmount, ...]
    sections: tuple[TrueSection, ...]
    goals: tuple[TrueGoal, ...]
    findings: tuple[TrueFinding, ...]


def load_truth(folder: Path | None = None) -> dict[str, Truth]:
    """Every truth of a folder by its plan's id; raises UnreadableTruth naming the file."""
    base = folder or BUNDLED
    truths = [_load(path) for path in sorted(base.glob("*.yaml"))]
    if not truths:
        raise UnreadableTruth(str(base), "there is no YAML file")
    return {truth.plan: truth for truth in truths}


def printed_value(text: str) -> Decimal:
    """The value of an amount as printed: spaces between thousands, decimal comma, any minus; raises ValueError."""
    digits = "".join(text.split()).translate(_MINUS_SIGNS).replace(",", ".")
    try:
        return Decimal(digits)
    except InvalidOperation as error:
        raise ValueError(f"{text!r} is no amount") from error


def _load(path: Path) -> Truth:
    try:
        content = yaml_content(path.read_bytes())
        if not isinstance(content, dict):
            raise ValueError("it is no mapping")
        return _truth(content)
    except OSError as error:
        raise UnreadableTruth(str(path), error.strerror or "") from error
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise UnreadableTruth(str(path), f"{type(error).__name__}: {error}") from error


def _truth(content: Entry) -> Truth:
    return Truth(
        plan=content["plan"],
        cells=tuple(cell for table in content.get("tables", ()) for cell in _cells(table)),
        amounts=tuple(map(_amount, content.get("prose", ()))),
        sections=tuple(map(_section, content.get("sections", ()))),
        goals=tuple(_goals(content.get("goals", ()))),
        findings=tuple(map(_finding, content.get("findings", ()))),
    )


def _each(value: Any) -> tuple[Any, ...]:
    """A list as a tuple, a single value as a tuple of one."""
    return tuple(value) if isinstance(value, list) else (value,)


def _cells(table: Entry) -> Iterator[TrueCell]:
    for row in table["rows"]:
        for column, printed in zip(table["columns"], row["values"], strict=True):
            if printed is None:
                continue
            yield TrueCell(
                table=table["name"],
                page=table["page"],
                labels=_each(row["label"]),
                path=tuple(row.get("path", ())),
                titles=tuple(table.get("titles", ())),
                value=printed_value(printed),
                unit=Unit(table["unit"]),
                unit_source=UnitSource(table["unit_source"]),
                owners=_each(row.get("owners", table["owners"])),
                years=_each(column["year"]),
                bases=tuple(basis and Basis(basis) for basis in _each(column["basis"])),
                kinds=tuple(FigureKind(kind) for kind in _each(row.get("kind", []))),
            )


def _amount(entry: Entry) -> TrueAmount:
    years = _each(entry["year"]) if "year" in entry else ()
    value = printed_value(entry["value"])
    return TrueAmount(
        entry["page"], value, Unit(entry["unit"]), _each(entry["about"]), years, entry.get("optional", False)
    )


def _section(entry: Entry) -> TrueSection:
    return TrueSection(entry["heading"], entry["page"], _each(entry["under"]), entry.get("optional", False))


def _goals(entries: Sequence[Entry]) -> list[TrueGoal]:
    found: list[TrueGoal] = []

    def add(entry: Entry, parent: int | None) -> None:
        own = -1 if parent is None and "parent" in entry else parent
        levels = tuple(GoalLevel(level) for level in _each(entry["level"]))
        found.append(TrueGoal(entry["key"], entry["page"], levels, own, entry.get("optional", False)))
        position = len(found) - 1
        for below in entry.get("below", ()):
            add(below, position)

    for entry in entries:
        add(entry, None)
    return found


def _finding(entry: Entry) -> TrueFinding:
    severities = tuple(Severity(severity) for severity in _each(entry["severity"]))
    words = tuple(_each(word) for word in entry["words"])
    return TrueFinding(entry["family"], entry["page"], severities, words, entry.get("optional", False))
