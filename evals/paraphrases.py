"""Questions in several wordings, of which each must get the same answer; the bundled file's comments say the form."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.errors import InvalidCase, NoCases
from evals.golden import PARAPHRASES, Case, read_case, read_entries
from evals.scoring import has_abstained

WORDINGS = ("polite", "terse", "misspelt", "english", "spoken")
"""The ways in which each question is asked."""

FIELDS = frozenset({"id", "wordings", "plan", "fig", "not_fig", "all", "any", "abstain"})

Given = tuple[object, ...]
"""What an answer gives, so that two which say it in other words are equal."""


@dataclass(frozen=True, slots=True)
class Group:
    """One question in all its wordings: a case for each, whose type is the wording."""

    id: str
    kind: str
    cases: tuple[Case, ...]


def load_groups(path: Path | None = None) -> tuple[Group, ...]:
    """Read a file of groups, the bundled one without it; raises `UnreadableQuestions`, `InvalidCase` or `NoCases`."""
    file = path or PARAPHRASES
    groups = tuple(_group(file.name, number, entry) for number, entry in enumerate(read_entries(file)[1], start=1))
    if not groups:
        raise NoCases(str(file))
    return groups


def _group(file: str, number: int, entry: Mapping[str, object]) -> Group:
    where = f"{file}, group {entry.get('id', f'number {number}')}"
    wordings = entry.get("wordings")
    if not isinstance(wordings, dict) or set(wordings) != set(WORDINGS):
        raise InvalidCase(f"{where}, wordings", f"give {', '.join(WORDINGS)}")
    if unknown := set(entry) - FIELDS:
        raise InvalidCase(where, f"{', '.join(sorted(unknown))} is not judged")
    shared = {name: value for name, value in entry.items() if name != "wordings"}
    cases = [
        read_case(file, number, {**shared, "id": f"{entry.get('id')}-{name}", "type": name, "q": wordings[name]})
        for name in WORDINGS
    ]
    kind = "abstain" if cases[0].abstain else "figure" if cases[0].fig else "words"
    return Group(str(entry.get("id")), kind, tuple(cases))


def given(answer: Mapping[str, Any]) -> Given:
    """The figures of an answer of the contract's form, the one asked for first, and what was worked out of them.

    Where it has none, the sections that it cites; for an abstention nothing but that.
    """
    if has_abstained(answer):
        return ("abstained",)
    figures = [(f["value"], f["unit"], f["year"], f["owner"]) for f in answer.get("figures") or ()]
    if not figures:
        cited = {(str(c["plan"]), tuple(c["section"])) for c in answer.get("citations") or ()}
        return ("sections", *sorted(cited))
    worked = answer.get("calculation")
    return ("figures", figures[0], frozenset(figures), (worked["value"], worked["unit"]) if worked else None)


def is_alike(answers: Sequence[Mapping[str, Any]]) -> bool:
    """Whether all the answers give the same."""
    return len({given(answer) for answer in answers}) == 1
