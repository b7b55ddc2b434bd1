"""What was read from plans, as tables for people."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from textwrap import shorten

from ingest.model import Figure, Goal, Plan, Section, SourceRef
from ui.rich_console import Column, print_table
from ui.texts import Texts

PREVIEW = 60
"""Characters of a section's text in the list of sections."""


def written(value: Decimal) -> str:
    """An amount as Swedes write it: no-break spaces between thousands, decimal comma, true minus sign."""
    return f"{value:,f}".replace(",", "\u00a0").replace(".", ",").replace("-", "\u2212")


def print_plans(plans: Sequence[Plan], texts: Texts) -> None:
    """One row for each plan."""
    columns = _columns(texts, "plan!", "title", "organisation", "period!", "pages>", "figures>", "goals>", "findings>")
    print_table(texts("table.plans"), columns, [_plan_row(plan) for plan in plans])


def _plan_row(plan: Plan) -> tuple[object, ...]:
    years = "–".join(str(year) for year in dict.fromkeys(plan.period or ()))
    counts = (len(plan.figures), len(plan.goals), len(plan.findings))
    return (plan.id, plan.title, plan.organisation, years, plan.pages, *counts)


def print_intake(plans: Sequence[Plan], texts: Texts) -> None:
    """What was read from each plan, in numbers."""
    counted = ("pages>", "sections>", "passages>", "tables>", "figures>", "goals>", "findings>")
    columns = _columns(texts, "plan!", *counted)
    print_table(texts("table.intake"), columns, [_intake_row(plan) for plan in plans])


def _intake_row(plan: Plan) -> tuple[object, ...]:
    parts = (plan.sections, plan.passages, plan.tables, plan.figures, plan.goals, plan.findings)
    return (plan.id, plan.pages, *(len(part) for part in parts))


def print_sections(plan: Plan, texts: Texts) -> None:
    """The plan's headings in order, with pages, length and how their text begins."""
    columns = _columns(texts, "section", "page>", "characters>", "begins")
    print_table(plan.title, columns, [_section_row(section) for section in plan.sections])


def _section_row(section: Section) -> tuple[object, ...]:
    begins = shorten(section.text, PREVIEW, placeholder=" …")
    first, last = section.source.page, section.last_page
    pages = first if first == last or last is None else f"{first}–{last}"
    return (_path(section.path), pages, len(section.text), begins)


def print_figures(plan: Plan, texts: Texts) -> None:
    """The plan's figures in order."""
    columns = _columns(texts, "label", "owner", "year!", "value>", "unit!", "basis!", "kind!", "page>")
    print_table(plan.title, columns, [_figure_row(figure, texts) for figure in plan.figures])


def _figure_row(figure: Figure, texts: Texts) -> tuple[object, ...]:
    basis = texts(f"basis.{figure.basis}") if figure.basis else None
    label = " › ".join([*figure.path[-1:], figure.label])
    kind, page = texts(f"kind.{figure.kind}"), figure.source.page
    return (label, figure.owner, figure.year, written(figure.value), figure.unit, basis, kind, page)


def print_goals(plan: Plan, texts: Texts) -> None:
    """The plan's goal tree, each level further in."""
    depths: dict[str, int] = {}
    rows = [_goal_row(goal, depths, texts) for goal in plan.goals]
    print_table(plan.title, _columns(texts, "level!", "goal", "page>"), rows)


def _goal_row(goal: Goal, depths: dict[str, int], texts: Texts) -> tuple[object, ...]:
    depth = depths.get(goal.parent, -1) + 1 if goal.parent else 0
    depths[goal.id] = depth
    return (texts(f"level.{goal.level}"), "  " * depth + " ".join(goal.text.split()), goal.source.page)


def print_findings(plans: Iterable[Plan], texts: Texts) -> None:
    """What was found wrong or odd in the plans."""
    rows = [
        (plan.id, texts(f"severity.{finding.severity}"), finding.message, _pages(finding.sources))
        for plan in plans
        for finding in plan.findings
    ]
    print_table(texts("table.findings"), _columns(texts, "plan!", "severity!", "finding", "pages"), rows)


def _pages(sources: Iterable[SourceRef]) -> str:
    return ", ".join(str(page) for page in sorted({source.page for source in sources if source.page is not None}))


def _path(path: Sequence[str]) -> str:
    return " › ".join(path)


def _columns(texts: Texts, *names: str) -> tuple[Column, ...]:
    """Columns by name: `>` stands to the right, `!` keeps to one line."""
    return tuple(Column(texts(f"column.{name.rstrip('>!')}"), name.endswith(">"), name.endswith("!")) for name in names)
