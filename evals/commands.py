"""The commands `eval` and `bench`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from assistant.settings import Settings
    from evals.asking import Asked
    from evals.citations import SectionTexts
    from evals.golden import GoldenSet
    from evals.records import Record
    from evals.runs import RunFolder
    from ingest.model import Plan

Questions = Annotated[
    Path | None, typer.Option("--questions", metavar="FILE", help="Golden questions; the bundled ones without it.")
]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON object on stdout.")]


def register(app: typer.Typer) -> None:
    """Add the commands; their context's object is the `assistant.settings.Settings` of the installation."""
    app.command("eval")(evaluate)
    app.command("bench")(bench)


def evaluate(
    ctx: typer.Context,
    questions: Questions = None,
    records: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Judge these saved answers; nothing is asked.")
    ] = None,
    min_right: Annotated[float, typer.Option(min=0, max=1, help="Least share of right answers.")] = 0.5,
    max_wrong: Annotated[float, typer.Option(min=0, max=1, help="Largest share of wrong answers.")] = 0.15,
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="Where the run is saved.")] = None,
    as_json: AsJson = False,
) -> None:
    """Ask golden questions and report right, wrong, incomplete and abstained; exit 1 under a bar."""
    from evals.golden import load_golden
    from evals.metrics import evaluate as judge_record
    from evals.metrics import summarise
    from evals.report import Bars, print_report, report_json

    if records and out:
        raise typer.BadParameter("--records asks nothing, so there is no run to save in --out")
    golden = load_golden(questions)
    _warn_of_ignored(golden)
    folder = None
    if records:
        answers, sections = _saved(records, golden)
    else:
        answers, sections, folder = _asked(ctx.obj, golden, out)
    outcomes = [judge_record(*pair, sections) for pair in zip(golden.cases, answers, strict=True)]
    summary = summarise(outcomes)
    bar = Bars(min_right, max_wrong).missed(summary.total)
    report = {**report_json(outcomes, summary), "bar_missed": bar, "run": str(folder.path) if folder else None}
    if folder:
        folder.write("report", report)
    if as_json:
        _print_json(report)
    else:
        print_report(outcomes, summary)
        typer.echo(f"saved in {folder.path}" if folder else f"judged again from {records}")
    if bar:
        typer.echo(f"bar missed: {bar}", err=True)
        raise typer.Exit(1)


def bench(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="latency, or a bench over files.")],
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="[PATH]…", help="Files that all but latency measure on.")
    ] = None,
    questions: Questions = None,
    rounds: Annotated[int, typer.Option(min=1, help="How often each question is asked, or file read.")] = 3,
    truth: Annotated[
        Path | None, typer.Option(metavar="DIR", help="What reading is measured against; the bundled without it.")
    ] = None,
    pages: Annotated[int, typer.Option(min=0, help="Pages of an invented plan for reading-speed; 0 for none.")] = 300,
    reranker: Annotated[
        str | None, typer.Option(metavar="MODEL", help="A cross-encoder to measure retrieval with too.")
    ] = None,
    distractors: Annotated[
        bool, typer.Option("--distractors", help="Search each pool of retrieval among the texts of all.")
    ] = False,
    passages: Annotated[list[int], typer.Option(min=1, help="How many passages scale builds; may be repeated.")] = [  # noqa: B006
        1_000,
        10_000,
    ],
    rows: Annotated[int, typer.Option(min=0, help="Figure rows of each plan of scale, beside 50 passages.")] = 70,
    goals: Annotated[int, typer.Option(min=0, help="Goals of each plan of scale.")] = 60,
    keep: Annotated[Path | None, typer.Option(metavar="DIR", help="Where scale leaves what it builds.")] = None,
    trials: Annotated[int, typer.Option(min=1, help="How often crashes kills an ingest.")] = 50,
    fit: Annotated[bool, typer.Option("--fit", help="Write down the thresholds that calibration chooses.")] = False,
    as_json: AsJson = False,
) -> None:
    """Measure something over golden questions or files, without judging answers."""
    from evals.benches import BENCHES, FILE_BENCHES, FileOptions
    from evals.recombined_plans import Proportions
    from evals.scale_bench import Growth

    if name in FILE_BENCHES:
        settings = ctx.obj.model_copy(update={"reranker": reranker or ctx.obj.reranker})
        growth = Growth(passages, Proportions(rows=rows, goals=goals), keep)
        options = FileOptions(settings, questions, truth, rounds, pages, distractors, growth, trials, fit)
        parts = FILE_BENCHES[name].run(paths or [], options)
        _print_parts(name, FILE_BENCHES[name].tells, parts, as_json)
        return
    if name not in BENCHES:
        raise typer.BadParameter(f"there is no bench {name!r}, only {', '.join((*BENCHES, *FILE_BENCHES))}")
    if paths:
        raise typer.BadParameter(f"{name} asks golden questions and reads no files")
    _bench_questions(ctx.obj, name, questions, rounds, as_json)


def _bench_questions(settings: "Settings", name: str, questions: Path | None, rounds: int, as_json: bool) -> None:
    from evals.benches import BENCHES
    from evals.golden import load_golden
    from evals.report import print_rows

    golden = load_golden(questions)
    _warn_of_ignored(golden)
    assistant, _ = _open(settings, golden)
    rows = BENCHES[name].run(assistant, golden.cases, rounds)
    if as_json:
        _print_json({"bench": name, "tells": BENCHES[name].tells, "rows": rows})
    else:
        print_rows(BENCHES[name].tells, rows)


def _print_parts(name: str, tells: str, parts: dict[str, list[dict[str, Any]]], as_json: bool) -> None:
    from evals.report import print_rows

    if as_json:
        _print_json({"bench": name, "tells": tells, "parts": parts})
        return
    for title, rows in parts.items():
        if rows:
            print_rows(title, rows)


def _asked(
    settings: "Settings", golden: "GoldenSet", out: Path | None
) -> tuple["tuple[Record, ...]", "SectionTexts", "RunFolder"]:
    from datetime import UTC, datetime

    from evals.asking import ask_all, cited_sections
    from evals.citations import section_texts
    from evals.report import with_progress
    from evals.runs import RunFolder, configuration, default_folder

    assistant, plans = _open(settings, golden)
    now = datetime.now(UTC)
    folder = RunFolder(out or default_folder(settings, now))
    folder.write("run", configuration(settings, golden, (plan.id for plan in plans), now))
    records = []
    for record in with_progress(ask_all(assistant, golden.cases), len(golden.cases), "asking"):
        folder.add(record)
        records.append(record)
    sections = cited_sections(plans, records)
    folder.write("sections", sections)
    return tuple(records), section_texts(sections), folder


def _saved(path: Path, golden: "GoldenSet") -> tuple["tuple[Record, ...]", "SectionTexts | None"]:
    from evals.records import match_records
    from evals.runs import asked_of_other_questions, read_saved

    records, sections = read_saved(path)
    if asked_of_other_questions(path, golden):
        _warn("the questions are not the ones, or not as they were, when these answers were given")
    return match_records(path.name, golden.cases, records), sections


def _open(settings: "Settings", golden: "GoldenSet") -> tuple["Asked", "tuple[Plan, ...]"]:
    from assistant.bootstrap import open_assistant
    from evals.asking import cases_without_plan, plans_to_ask

    assistant = open_assistant(settings)
    plans = plans_to_ask(assistant.library, str(settings.data))
    lost = cases_without_plan(golden.cases, plans)
    if lost:
        beginnings = ", ".join(sorted({f"{case.plan}…" for case in lost}))
        _warn(f"no plan called {beginnings} has been read: {len(lost)} questions cannot be answered right")
    return assistant, plans


def _warn_of_ignored(golden: "GoldenSet") -> None:
    if golden.ignored:
        _warn(f"fields that are not judged: {', '.join(golden.ignored)}")


def _warn(message: str) -> None:
    typer.echo(f"note: {message}", err=True)


def _print_json(content: dict[str, Any]) -> None:
    import json

    typer.echo(json.dumps(content, ensure_ascii=False, indent=2, allow_nan=False))
