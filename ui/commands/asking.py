"""The command `ask`."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ui.session import Session, session_of

if TYPE_CHECKING:
    from assistant.answer import Answer
    from ui.texts import Texts


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(ask)


def ask(
    ctx: typer.Context,
    question: Annotated[str | None, typer.Argument(metavar="QUESTION", help="The question.")] = None,
    plan: Annotated[str | None, typer.Option("--plan", metavar="ID", help="Only this plan.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="JSON on stdout, for programs.")] = False,
    batch: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Questions as JSON lines (- is stdin), answers as JSON lines.")
    ] = None,
) -> None:
    """Ask the plans a question; the answer comes with its sources."""
    if batch is not None and (question or plan):
        raise typer.BadParameter("--batch FILE takes questions and plans from the file")
    if batch is None and not (question and question.strip()):
        raise typer.BadParameter("give a question, or --batch FILE")
    session = session_of(ctx)
    if batch is not None:
        raise typer.Exit(_ask_all(session, batch))
    answer = session.assistant().ask([question or ""], plan)
    if as_json:
        from assistant.schema import answer_json
        from ui.rich_console import print_json

        print_json(answer_json(answer))
    else:
        _print(answer, session.texts)


def _ask_all(session: Session, batch: Path) -> int:
    from assistant.batch import answer_lines
    from ui.rich_console import tell

    lines = _lines(batch)
    return answer_lines(session.assistant(), lines, _write, tell)


def _lines(batch: Path) -> Iterator[bytes]:
    import sys

    from ui.errors import UnreadableBatch

    if str(batch) == "-":
        return iter(sys.stdin.buffer)
    try:
        return iter(batch.read_bytes().splitlines())
    except OSError as error:
        raise UnreadableBatch(str(batch), error.strerror or "") from error


def _write(line: str) -> None:
    import sys

    sys.stdout.write(line)
    sys.stdout.flush()


def _print(answer: "Answer", texts: "Texts") -> None:
    from ui.rich_console import print_text

    if answer.status != "answered":
        print_text(texts(f"status.{answer.status}"), strong=True)
    print_text(answer.text)
    for finding in answer.findings:
        if finding.message.rstrip(".") not in answer.text:
            print_text(f"! {finding.message}")
    if answer.citations:
        print_text(f"\n{texts('sources')}", strong=True)
    for citation in answer.citations:
        page = [texts("page", page=citation.page)] if citation.page is not None else []
        place = ", ".join([citation.plan_title, " › ".join(citation.section), *page])
        print_text(f"[{citation.n}] {place}\n    {citation.quote}")
