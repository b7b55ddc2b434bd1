"""The report of a run: a table and the answers that were not right, for people; one object for programs."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import IO, Any, TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from evals.golden import Case
from evals.metrics import Outcome, Summary, Tally
from evals.scoring import Verdict
from evals.wording import milliseconds, share, written

SHOWN = 300
"""Characters of an answer that are shown to people."""

T = TypeVar("T")

_CONTROLS = {code: " " for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) != "\n"}
"""Characters by which a document's text could steer a terminal."""
_COLOURS = {Verdict.WRONG: "red", Verdict.INCOMPLETE: "yellow", Verdict.ABSTAINED: "cyan"}


@dataclass(frozen=True, slots=True)
class Bars:
    """What a run must reach: at least this share right, at most this share wrong."""

    min_right: float
    max_wrong: float

    def missed(self, total: Tally) -> str | None:
        """One line naming each bar that was missed; null when none was."""
        right, wrong = (total.share(verdict) or 0.0 for verdict in (Verdict.RIGHT, Verdict.WRONG))
        lines = []
        if right < self.min_right:
            lines.append(f"{right:.1%} right is under --min-right {self.min_right:.1%}")
        if wrong > self.max_wrong:
            lines.append(f"{wrong:.1%} wrong is over --max-wrong {self.max_wrong:.1%}")
        return "; ".join(lines) or None


def print_report(outcomes: Sequence[Outcome], summary: Summary) -> None:
    """Print every answer that was not right, the wrong ones first, and then the table."""
    console = _console(sys.stdout)
    for verdict in (Verdict.WRONG, Verdict.INCOMPLETE, Verdict.ABSTAINED):
        for outcome in outcomes:
            if outcome.judgement.verdict is verdict:
                console.print(_not_right(outcome), soft_wrap=True)
    console.print(_table(summary))
    if summary.total.failed:
        console.print(f"{summary.total.failed} of the abstentions are failures: the assistant broke.")


def print_rows(title: str, rows: Sequence[dict[str, Any]]) -> None:
    """Print a bench's rows, which have the same fields."""
    table = Table()
    for field in rows[0] if rows else ():
        says_words = any(isinstance(row[field], str) and row[field] for row in rows)
        table.add_column(field, justify="left" if says_words else "right")
    for row in rows:
        table.add_row(*(_cell(field, value) for field, value in row.items()))
    console = _console(sys.stdout)
    console.print(title)
    console.print(table)


def with_progress(items: Iterable[T], total: int, label: str) -> Iterator[T]:
    """Pass the items on, with a bar on stderr where that is a terminal."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=_console(sys.stderr), disable=not sys.stderr.isatty()) as progress:
        yield from progress.track(items, total=total, description=label)


def expected(case: Case) -> str:
    """What the case wants, in one line."""
    if case.abstain:
        return "no answer"
    parts = [written(amount.value, amount.unit) for amount in case.fig]
    parts += [f"not {written(amount.value, amount.unit)}" for amount in case.not_fig]
    parts += [f"/{pattern.pattern}/" for pattern in case.all]
    if case.any:
        parts.append("one of " + " ".join(f"/{pattern.pattern}/" for pattern in case.any))
    if case.plan:
        parts.append(f"from {case.plan}…")
    return " · ".join(parts)


def report_json(outcomes: Sequence[Outcome], summary: Summary) -> dict[str, Any]:
    """The report as one JSON object; shares and times are null where there was nothing to measure."""
    return {
        "total": tally_json(summary.total),
        "kinds": {kind: tally_json(tally) for kind, tally in summary.kinds.items()},
        "cases": [_outcome_json(outcome) for outcome in outcomes],
    }


def tally_json(tally: Tally) -> dict[str, Any]:
    """Counts and shares of one tally."""
    counts = {verdict.value: tally.verdicts[verdict] for verdict in Verdict}
    shares = {f"{verdict.value}_share": tally.share(verdict) for verdict in Verdict}
    return {
        "cases": tally.cases,
        **counts,
        **shares,
        "failed": tally.failed,
        "latency_ms": {"p50": tally.p50_ms, "p95": tally.p95_ms},
        "recall_at_5": {"hits": tally.recalled, "cases": tally.recallable, "share": tally.recall},
        "citations": {"hits": tally.cited, "cases": tally.citable, "share": tally.citation_hits},
    }


def _outcome_json(outcome: Outcome) -> dict[str, Any]:
    case, answer = outcome.case, outcome.record.answer
    return {
        "id": case.id,
        "type": case.type,
        "verdict": outcome.judgement.verdict.value,
        "reasons": list(outcome.judgement.reasons),
        "turns": list(case.turns),
        "expected": expected(case),
        "answer": answer.get("answer"),
        "status": answer.get("status"),
        "cited": outcome.cited,
        "recalled": outcome.recalled,
        "elapsed_ms": outcome.record.elapsed_ms,
    }


def _not_right(outcome: Outcome) -> Text:
    case, judgement = outcome.case, outcome.judgement
    answer = " ".join(str(outcome.record.answer.get("answer") or "").split())
    shown = answer if len(answer) <= SHOWN else f"{answer[:SHOWN]}…"
    text = Text(f"{judgement.verdict.value.upper()} {case.id} ({case.type})", style=_COLOURS[judgement.verdict])
    lines = [
        ("asked", " / ".join(case.turns)),
        ("expected", expected(case)),
        ("answered", shown or "nothing"),
        *(("because", reason) for reason in judgement.reasons),
    ]
    text.append("".join(f"\n  {name:<9} {line}" for name, line in lines).translate(_CONTROLS) + "\n", style="default")
    return text


def _table(summary: Summary) -> Table:
    table = Table()
    table.add_column("kind")
    names = (*(verdict.value for verdict in Verdict), "recall@5", "citations", "p50 ms", "p95 ms")
    for name in ("cases", *names):
        table.add_column(name, justify="right", no_wrap=True)
    for kind, tally in summary.kinds.items():
        table.add_row(kind, *_cells(tally))
    table.add_section()
    table.add_row("all", *_cells(summary.total), style="bold")
    return table


def _cells(tally: Tally) -> list[str]:
    return [
        str(tally.cases),
        *(f"{tally.verdicts[verdict]} ({share(tally.share(verdict))})" for verdict in Verdict),
        share(tally.recall),
        share(tally.citation_hits),
        milliseconds(tally.p50_ms),
        milliseconds(tally.p95_ms),
    ]


def _cell(field: str, value: Any) -> str:
    if field.endswith("_ms"):
        return milliseconds(value)
    if field.endswith("_share"):
        return share(value, 1) if value != "" else ""
    return share(value) if field == "share" else str(value)


def _console(stream: IO[str]) -> Console:
    width = None if stream.isatty() else 130
    return Console(file=stream, width=width, markup=False, highlight=False, emoji=False)
