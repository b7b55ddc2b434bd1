"""What the embedder is given of each passage, row and goal: its wording under the headings that it stands under."""

from collections.abc import Mapping

from index.editions import Kind
from index.hit_texts import lineage
from index.records import KeptPassage, kept_passages
from index.rows import FigureRow, rows_of
from ingest.model import Goal, Plan


def embedded_texts(plan: Plan) -> dict[Kind, dict[str, str]]:
    """For each kind the text of each record, by its id."""
    goals = {goal.id: goal for goal in plan.goals}
    return {
        Kind.PASSAGE: {kept.passage.id: embedded_passage(kept) for kept in kept_passages(plan)},
        Kind.ROW: {id_: embedded_row(row) for id_, row in rows_of(plan.figures)},
        Kind.GOAL: {goal.id: embedded_goal(goal, goals) for goal in plan.goals},
    }


def embedded_passage(kept: KeptPassage) -> str:
    """The headings above the passage, its text with what heads it, then what is below its heading."""
    return "\n".join(filter(None, (*kept.passage.section_path, kept.head, kept.passage.text, kept.below)))


def embedded_row(row: FigureRow) -> str:
    """The headings above the row, its label and owner, and the years of its figures."""
    figure = row[0]
    years = " ".join(dict.fromkeys(str(each.year) for each in row if each.year))
    return "\n".join(filter(None, (*figure.path, figure.label, figure.owner, years)))


def embedded_goal(goal: Goal, goals: Mapping[str, Goal]) -> str:
    """The wording of those above the goal, topmost first, then its own; `goals` are the plan's by id."""
    return "\n".join((*(each.text for each in reversed([*lineage(goal, goals)])), goal.text))
