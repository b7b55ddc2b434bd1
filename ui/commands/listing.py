"""The commands that show what was read: `plans`, `sections`, `figures`, `goals` and `check`."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ui.session import Session, session_of

if TYPE_CHECKING:
    from ingest.model import Plan

OfPlan = Annotated[str | None, typer.Option("--plan", metavar="ID", help="Only this plan.")]
AsJson = Annotated[bool, typer.Option("--json", help="JSON on stdout, for programs.")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    for command in (plans, sections, figures, goals, check):
        app.command()(command)


def plans(ctx: typer.Context, plan: OfPlan = None, as_json: AsJson = False) -> None:
    """List the plans that have been read."""
    from assistant.plan_json import plan_json
    from ui.plan_tables import print_plans
    from ui.rich_console import print_json

    session = session_of(ctx)
    chosen = _chosen(session, plan)
    if as_json:
        print_json([plan_json(one) for one in chosen])
    elif _any(chosen, session):
        print_plans(chosen, session.texts)


def sections(ctx: typer.Context, plan: OfPlan = None, as_json: AsJson = False) -> None:
    """Show the plans' sections; with --json their whole text."""
    from assistant.plan_json import sections_json
    from ui.plan_tables import print_sections

    _show(session_of(ctx), plan, as_json, sections_json, print_sections)


def goals(ctx: typer.Context, plan: OfPlan = None, as_json: AsJson = False) -> None:
    """Show the plans' goal trees."""
    from assistant.plan_json import goals_json
    from ui.plan_tables import print_goals

    _show(session_of(ctx), plan, as_json, goals_json, print_goals)


def figures(
    ctx: typer.Context,
    file: Annotated[Path | None, typer.Argument(metavar="FILE", help="Where --csv or --xlsx is written.")] = None,
    plan: OfPlan = None,
    as_json: AsJson = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Comma-separated values, to FILE or stdout.")] = False,
    as_xlsx: Annotated[bool, typer.Option("--xlsx", help="A workbook, to FILE or stdout.")] = False,
) -> None:
    """Show every amount that was read from the plans."""
    from assistant.plan_json import figures_json
    from ui.plan_tables import print_figures

    if as_json + as_csv + as_xlsx > 1:
        raise typer.BadParameter("--json, --csv, --xlsx: choose one")
    if file and not (as_csv or as_xlsx):
        raise typer.BadParameter("FILE needs --csv or --xlsx")
    if as_csv or as_xlsx:
        _export(session_of(ctx), plan, file, workbook=as_xlsx)
    else:
        _show(session_of(ctx), plan, as_json, figures_json, print_figures)


def check(
    ctx: typer.Context,
    plan: OfPlan = None,
    as_json: AsJson = False,
    strict: Annotated[bool, typer.Option("--strict", help="Exit code 3 where there is a finding.")] = False,
) -> None:
    """Show what does not add up, or is odd, in the plans themselves."""
    from assistant.plan_json import findings_json
    from ui.plan_tables import print_findings
    from ui.rich_console import print_json, print_text

    session = session_of(ctx)
    chosen = _chosen(session, plan)
    found = any(one.findings for one in chosen)
    if as_json:
        print_json([finding for one in chosen for finding in findings_json(one)])
    elif found:
        print_findings(chosen, session.texts)
    elif _any(chosen, session):
        print_text(session.texts("check.nothing"))
    if strict and found:
        raise typer.Exit(3)


def _show(
    session: Session,
    plan: str | None,
    as_json: bool,
    to_json: "Callable[[Plan], list[Any]]",
    to_table: "Callable[[Plan, Any], None]",
) -> None:
    from ui.rich_console import print_json

    chosen = _chosen(session, plan)
    if as_json:
        print_json([entry for one in chosen for entry in to_json(one)])
    elif _any(chosen, session):
        for one in chosen:
            to_table(one, session.texts)


def _export(session: Session, plan: str | None, file: Path | None, *, workbook: bool) -> None:
    import sys

    from ui.figure_export import COLUMNS, csv_bytes, figure_rows, save
    from ui.openpyxl_workbook import workbook_bytes

    chosen = _chosen(session, plan)
    title = session.texts("column.figures")
    content = workbook_bytes(title, COLUMNS, figure_rows(chosen), "value") if workbook else csv_bytes(chosen)
    if file:
        save(file, content)
    else:
        sys.stdout.buffer.write(content)


def _chosen(session: Session, plan: str | None) -> "Sequence[Plan]":
    with session.library() as library:
        return library.plans() if plan is None else (library.plan(plan),)


def _any(chosen: "Sequence[Plan]", session: Session) -> bool:
    from ui.rich_console import tell

    if not chosen:
        tell(session.texts("plans.none"))
    return bool(chosen)
