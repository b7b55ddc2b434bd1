"""Plans as the contract's JSON objects."""

from assistant import schema
from assistant.schema import Json
from ingest.model import Passage, Plan


def plan_json(plan: Plan) -> Json:
    """The plan and how much was read from it."""
    return schema.PlanJson(
        plan=plan.id,
        title=plan.title,
        organisation=plan.organisation,
        period=plan.period,
        status=plan.status,
        pages=plan.pages,
        passages=len(plan.passages),
        figures=len(plan.figures),
        goals=len(plan.goals),
        findings=len(plan.findings),
    ).model_dump(mode="json")


def sections_json(plan: Plan) -> list[Json]:
    """The plan's sections in order."""
    return [
        schema.SectionJson(
            plan=plan.id, path=list(section.path), page=section.source.page, text=section.text
        ).model_dump(mode="json")
        for section in plan.sections
    ]


def figures_json(plan: Plan) -> list[Json]:
    """The plan's figures in order."""
    return [
        schema.FigureJson(
            plan=plan.id,
            owner=figure.owner,
            label=figure.label,
            path=list(figure.path),
            value=figure.value,
            unit=figure.unit,
            unit_source=figure.unit_source,
            year=figure.year,
            basis=figure.basis,
            kind=figure.kind,
            page=figure.source.page,
            as_printed=figure.as_printed,
        ).model_dump(mode="json")
        for figure in plan.figures
    ]


def goals_json(plan: Plan) -> list[Json]:
    """The nodes of the plan's goal tree in order."""
    return [
        schema.GoalJson(
            id=goal.id,
            parent=goal.parent,
            plan=plan.id,
            level=goal.level,
            text=goal.text,
            page=goal.source.page,
            section=list(goal.source.section_path),
        ).model_dump(mode="json")
        for goal in plan.goals
    ]


def findings_json(plan: Plan) -> list[Json]:
    """What was found wrong or odd in the plan."""
    return [
        schema.FindingJson(
            plan=plan.id,
            rule=finding.rule,
            severity=finding.severity,
            message=finding.message,
            pages=sorted({source.page for source in finding.sources if source.page is not None}),
        ).model_dump(mode="json")
        for finding in plan.findings
    ]


def passage_key(plan_id: str, passage_id: str) -> str:
    """The id of a passage that is unique over all plans."""
    return f"{plan_id}:{passage_id}"


def passage_place(key: str) -> tuple[str, str]:
    """The ids of the plan and of the passage in it that a `passage_key` was made of."""
    plan_id, _, passage_id = key.rpartition(":")
    return plan_id, passage_id


def passage_json(plan: Plan, passage: Passage) -> Json:
    """One passage with its place."""
    return schema.PassageJson(
        id=passage_key(plan.id, passage.id),
        plan=plan.id,
        plan_title=plan.title,
        section=list(passage.section_path),
        page=passage.source.page,
        text=passage.text,
    ).model_dump(mode="json")
