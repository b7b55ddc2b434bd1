"""Rich's tables, messages and progress bars: tables on stdout, everything else on stderr."""

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from rich.console import Console

UNATTENDED_WIDTH = 160
"""Columns where the output goes to a file or another program."""

_CONTROLS = {code: " " for code in (*range(0x20), *range(0x7F, 0xA0)) if code not in {0x09, 0x0A}}


@dataclass(frozen=True, slots=True)
class Column:
    """A table column; amounts stand to the right, what is `whole` keeps to one line."""

    title: str
    right: bool = False
    whole: bool = False


def harmless(text: str) -> str:
    """The text without the control characters by which a document could steer a terminal."""
    return text.translate(_CONTROLS)


def print_table(title: str, columns: Sequence[Column], rows: Sequence[Sequence[object]]) -> None:
    """Print rows on stdout; None is an empty cell."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(title=harmless(title) or None, title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False)
    for column in columns:
        justify: Any = "right" if column.right else "left"
        table.add_column(column.title, justify=justify, no_wrap=column.whole, overflow="fold")
    for row in rows:
        table.add_row(*(Text("" if cell is None else harmless(str(cell))) for cell in row))
    _console(sys.stdout).print(table)


def print_text(text: str, *, strong: bool = False) -> None:
    """Print lines on stdout, wrapped between words where a terminal is narrow."""
    from rich.text import Text

    _console(sys.stdout).print(Text(harmless(text), style="bold" if strong else ""))


def print_json(content: object) -> None:
    """Print one JSON value on stdout and nothing else."""
    sys.stdout.write(json.dumps(content, ensure_ascii=False, indent=2, allow_nan=False) + "\n")


def tell(line: str) -> None:
    """Print one line on stderr."""
    sys.stderr.write(harmless(line).replace("\n", " ") + "\n")


@contextmanager
def progress_bars() -> Iterator[Callable[[str, int, int], None]]:
    """A function that shows how much of what is named is done: bars in a terminal, elsewhere a line for each name."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

    bars = Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(bar_width=30),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=_console(sys.stderr),
        transient=True,
        disable=not sys.stderr.isatty(),
    )
    tasks: dict[str, TaskID] = {}

    def show(name: str, done: int, total: int) -> None:
        if name not in tasks:
            if bars.disable:
                tell(f"{name} …")
            tasks[name] = bars.add_task(harmless(name), total=total)
        bars.update(tasks[name], completed=done, total=total, visible=done < total)

    with bars:
        yield show


def _console(stream: TextIO) -> "Console":
    from rich.console import Console

    return Console(file=stream, width=None if stream.isatty() else UNATTENDED_WIDTH, highlight=False, markup=False)
