"""The commands `ingest`, `remove` and `sidecar`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ui.session import Session, session_of

if TYPE_CHECKING:
    from ui.plan_intake import Intake


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command()(ingest)
    app.command()(remove)
    app.command()(sidecar)


def ingest(
    ctx: typer.Context,
    paths: Annotated[list[Path], typer.Argument(metavar="PATH", readable=False, help="Files and folders.")],
    sync: Annotated[bool, typer.Option("--sync", help="Also remove plans that are not under the paths.")] = False,
) -> None:
    """Read plans; new ones are added, changed ones replaced, unchanged ones left alone."""
    from ingest.isolation.isolated_reader import IsolatedReader
    from ingest.isolation.limits import Limits
    from ui.plan_intake import take_in
    from ui.rich_console import progress_bars

    session = session_of(ctx)
    settings = session.settings
    limits = Limits(settings.reading_seconds, settings.reading_memory_mb, settings.reading_pages)
    with IsolatedReader(limits) as reader, session.library() as library, progress_bars() as progress:
        intake = take_in(library, paths, reader.read, sync=sync, progress=progress)
    _report(intake, session)
    for error in intake.failures:
        session.complain(error)
    if intake.failures:
        raise typer.Exit(1)


def _report(intake: "Intake", session: Session) -> None:
    from ui.plan_tables import print_intake
    from ui.rich_console import print_text

    texts = session.texts
    if intake.plans:
        print_intake(intake.plans, texts)
    if intake.unchanged:
        print_text(texts("ingest.unchanged", plans=", ".join(intake.unchanged)))
    if intake.removed:
        print_text(texts("ingest.removed", plans=", ".join(intake.removed)))


def remove(
    ctx: typer.Context,
    plans: Annotated[list[str], typer.Argument(metavar="PLAN", help="Ids of plans.")],
) -> None:
    """Remove plans for good: they are never cited again, their text and vectors are erased."""
    from ui.rich_console import print_text

    session = session_of(ctx)
    with session.library() as library:
        library.remove(tuple(dict.fromkeys(plans)))
    print_text(session.texts("ingest.removed", plans=", ".join(dict.fromkeys(plans))))


def sidecar(
    ctx: typer.Context, plan: Annotated[str, typer.Argument(metavar="PLAN", help="The plan's id or file.")]
) -> None:
    """Write a sidecar NAME.plan.yaml beside the plan, to put right what reading cannot know."""
    from ui.plan_sidecar import write_sidecar
    from ui.rich_console import print_text

    session = session_of(ctx)
    with session.library() as library:
        written = write_sidecar(library, plan, session.texts)
    print_text(session.texts("sidecar.written", file=written.sidecar, plan_file=written.plan))
