"""Golden questions: what is asked, and what an answer must hold, read from YAML.

One file holds a list of cases. The fields are `id`, `type`, `q` (or `turns`: a conversation whose last question is
answered), `plan`, `fig`, `not_fig`, `all`, `any` and `abstain`; the bundled sets' comments say what each means.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

from evals.errors import InvalidCase, NoCases, UnreadableQuestions
from evals.yaml_file import yaml_content
from ingest.model import Unit

BUNDLED = Path(__file__).parent / "golden"
"""Where the project's own golden questions lie."""

PARAPHRASES = BUNDLED / "paraphrases.yaml"
"""The one bundled file of another form: groups of wordings (`evals.paraphrases`)."""

UNITS: dict[str, Unit] = {
    "kr": Unit.KR,
    "tkr": Unit.TKR,
    "mnkr": Unit.MNKR,
    "mdkr": Unit.MDKR,
    "pct": Unit.PERCENT,
    "count": Unit.COUNT,
    "kr_inv": Unit.KR_PER_INHABITANT,
}
"""Units as golden questions spell them."""

FIELDS = frozenset({"id", "type", "q", "turns", "plan", "fig", "not_fig", "all", "any", "abstain"})
"""The fields of a case; others are not judged."""


@dataclass(frozen=True, slots=True)
class ExpectedAmount:
    """An amount that an answer must or must not give; `tolerance` is in `unit` too."""

    value: Decimal
    unit: Unit
    tolerance: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class Case:
    """One golden question; an answer cites a plan whose id begins with `plan`."""

    id: str
    type: str
    turns: tuple[str, ...]
    plan: str | None = None
    fig: tuple[ExpectedAmount, ...] = ()
    not_fig: tuple[ExpectedAmount, ...] = ()
    all: tuple[re.Pattern[str], ...] = ()
    any: tuple[re.Pattern[str], ...] = ()
    abstain: bool = False


@dataclass(frozen=True, slots=True)
class QuestionFile:
    """Which file questions came from: its name, and the SHA-256 of its bytes."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class GoldenSet:
    """Cases in the order of their files; `ignored` names the fields that nothing here judges."""

    cases: tuple[Case, ...]
    files: tuple[QuestionFile, ...]
    ignored: tuple[str, ...] = ()


def load_golden(questions: Path | None = None) -> GoldenSet:
    """Read one file of questions, or all bundled ones.

    Raises `UnreadableQuestions`, `InvalidCase` (naming file, case and field) or `NoCases`.
    """
    paths = [questions] if questions else sorted(set(BUNDLED.glob("*.yaml")) - {PARAPHRASES})
    cases: list[Case] = []
    files: list[QuestionFile] = []
    ignored: set[str] = set()
    for path in paths:
        content, entries = read_entries(path)
        files.append(QuestionFile(path.name, sha256(content).hexdigest()))
        for number, entry in enumerate(entries, start=1):
            case = read_case(path.name, number, entry)
            if any(case.id == other.id for other in cases):
                raise InvalidCase(f"{path.name}, case {case.id}, id", "another case has this id")
            cases.append(case)
            ignored |= set(entry) - FIELDS
    if not cases:
        raise NoCases(str(questions or BUNDLED.name))
    return GoldenSet(tuple(cases), tuple(files), tuple(sorted(ignored)))


def read_case(file: str, number: int, entry: Mapping[str, object]) -> Case:
    """One entry of a file as a case; raises `InvalidCase` naming file, case and field."""
    return _Fields(file, number, entry).case()


def read_entries(path: Path) -> tuple[bytes, list[dict[str, object]]]:
    """A file's bytes, and its list of entries with their fields; raises `UnreadableQuestions` or `InvalidCase`."""
    try:
        content = path.read_bytes()
        entries = yaml_content(content)
    except OSError as error:
        raise UnreadableQuestions(str(path), error.strerror or "") from error
    except ValueError as error:
        raise UnreadableQuestions(str(path), str(error)) from error
    if entries is None:
        return content, []
    if not isinstance(entries, list):
        raise UnreadableQuestions(str(path), "it is no list")
    for number, entry in enumerate(entries, start=1):
        if not isinstance(entry, dict) or not all(isinstance(name, str) for name in entry):
            raise InvalidCase(f"{path.name}, case number {number}", "it has no fields")
    return content, entries


class _Fields:
    """The fields of one entry, each checked as it is read."""

    def __init__(self, file: str, number: int, entry: Mapping[str, object]) -> None:
        self._entry = entry
        self._name = f"{file}, case number {number}"
        self._name = f"{file}, case {self._text('id')}"

    def case(self) -> Case:
        case = Case(
            id=self._text("id"),
            type=self._text("type"),
            turns=self._turns(),
            plan=self._text("plan") if self._entry.get("plan") is not None else None,
            fig=self._amounts("fig"),
            not_fig=self._amounts("not_fig"),
            all=self._patterns("all"),
            any=self._patterns("any"),
            abstain=self._flag("abstain"),
        )
        expects = bool(case.fig or case.all or case.any)
        if case.abstain and expects:
            raise self._invalid("abstain", "an answer that must not be given cannot have fig, all or any")
        if not case.abstain and not expects:
            raise self._invalid("fig", "nothing is expected: give fig, all, any or abstain")
        return case

    def _invalid(self, field: str, detail: str) -> InvalidCase:
        return InvalidCase(f"{self._name}, {field}", detail)

    def _text(self, field: str) -> str:
        value = self._entry.get(field)
        if not isinstance(value, str) or not value.strip():
            raise self._invalid(field, "it must be a text" if field in self._entry else "it is missing")
        return value

    def _flag(self, field: str) -> bool:
        value = self._entry.get(field, False)
        if not isinstance(value, bool):
            raise self._invalid(field, "it must be true or false")
        return value

    def _list(self, field: str) -> Sequence[object]:
        value = self._entry.get(field)
        if value is not None and (not isinstance(value, list) or not value):
            raise self._invalid(field, "it must be a list with something in it")
        return value or ()

    def _turns(self) -> tuple[str, ...]:
        if ("q" in self._entry) == ("turns" in self._entry):
            raise self._invalid("q", "give either q or turns")
        turns = (self._text("q"),) if "q" in self._entry else tuple(self._list("turns"))
        texts = tuple(turn for turn in turns if isinstance(turn, str) and turn.strip())
        if not texts or len(texts) != len(turns):
            raise self._invalid("turns", "each turn must be a text")
        return texts

    def _patterns(self, field: str) -> tuple[re.Pattern[str], ...]:
        patterns = []
        for value in self._list(field):
            try:
                patterns.append(re.compile(value if isinstance(value, str) else "(", re.IGNORECASE))
            except re.error as error:
                raise self._invalid(field, f"{value!r} is no regular expression") from error
        return tuple(patterns)

    def _amounts(self, field: str) -> tuple[ExpectedAmount, ...]:
        return tuple(self._amount(field, value) for value in self._list(field))

    def _amount(self, field: str, entry: object) -> ExpectedAmount:
        if not isinstance(entry, dict) or not {"v", "u"} <= set(entry) <= {"v", "u", "tol"}:
            raise self._invalid(field, "an amount is {v: number, u: unit} with tol where it may differ")
        if entry["u"] not in UNITS:
            raise self._invalid(field, f"unit {entry['u']!r} is none of {', '.join(UNITS)}")
        value, tolerance = (self._number(field, number) for number in (entry["v"], entry.get("tol", 0)))
        return ExpectedAmount(value, UNITS[entry["u"]], tolerance)

    def _number(self, field: str, value: object) -> Decimal:
        if isinstance(value, bool) or not isinstance(value, int | float) or not Decimal(str(value)).is_finite():
            raise self._invalid(field, f"{value!r} is no number")
        return Decimal(str(value))
