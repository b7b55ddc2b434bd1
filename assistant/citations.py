"""Citations made from what was read: one way for both engines, so that every quote stands in the plan as printed."""

from decimal import Decimal

from assistant.answer import Citation, CitedFigure
from ingest.model import Figure, FigureKind, Plan, SourceRef

MAGNITUDES = frozenset(
    {FigureKind.COST, FigureKind.FEE, FigureKind.STAFFING, FigureKind.INVESTMENT, FigureKind.SUM, FigureKind.SHARE}
)
"""Kinds whose amounts people speak of without a sign; results and the rest carry the sign that is printed."""


def collapse(text: str) -> str:
    """The text with each run of white space (no-break spaces and tabs too) as one space."""
    return " ".join(text.split())


def spoken_value(figure: Figure) -> Decimal:
    """The figure's amount as an answer says it: costs as magnitudes, results with their sign."""
    return abs(figure.value) if figure.kind in MAGNITUDES else figure.value


def cite(plan: Plan, source: SourceRef, quote: str, n: int) -> Citation:
    """Citation number `n` of a place in `plan`; `quote` is a contiguous part of the text of the source's section."""
    return Citation(n, plan.id, plan.title, source.section_path, source.page, collapse(quote))


def cite_figure(plan: Plan, figure: Figure, n: int) -> Citation:
    """Citation number `n` of a figure's table row or sentence."""
    return cite(plan, figure.source, figure.quote, n)


def cited_figure(figure: Figure, n: int) -> CitedFigure:
    """The figure as it stands in an answer, bound to citation number `n`."""
    return CitedFigure(
        label=figure.label,
        owner=figure.owner,
        value=spoken_value(figure),
        unit=figure.unit,
        year=figure.year,
        basis=figure.basis,
        plan_id=figure.source.plan_id,
        citation=n,
    )
