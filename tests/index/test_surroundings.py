from dataclasses import replace

from index.editions import Kind
from index.hits import Hit
from index.surroundings import surroundings
from ingest.model import Goal, Passage
from tests.index.plans import make_plan

PLAN = make_plan("a")


def hit(kind: Kind, id_: str, value: object, path: tuple[str, ...]) -> Hit:
    return Hit(kind, id_, "a", path, 1, "", value, 1.0, None, None)  # type: ignore[arg-type]


def of_passage(passage: Passage) -> Hit:
    return hit(Kind.PASSAGE, passage.id, passage, passage.section_path)


def of_goal(goal: Goal) -> Hit:
    return hit(Kind.GOAL, goal.id, goal, goal.source.section_path)


def test_a_passage_stands_between_two_others() -> None:
    around = surroundings(PLAN, of_passage(PLAN.passages[1]))
    assert (around.before, around.passage, around.after) == PLAN.passages
    assert around.section == PLAN.sections[1]
    assert surroundings(PLAN, of_passage(PLAN.passages[0])).before is None
    assert surroundings(PLAN, of_passage(PLAN.passages[2])).after is None


def test_the_parent_is_the_nearest_section_above() -> None:
    paths = (("Budget",), ("Budget", "Kansliet", "Lön"), ("Mål",))
    sections = tuple(replace(section, path=path) for section, path in zip(PLAN.sections, paths, strict=True))
    plan = replace(PLAN, sections=sections)
    assert surroundings(plan, of_passage(plan.passages[1])).parent == sections[0]
    assert surroundings(plan, of_passage(plan.passages[2])).parent is None


def test_a_row_stands_in_its_table_and_in_a_passage_of_its_section() -> None:
    around = surroundings(PLAN, hit(Kind.ROW, "0", PLAN.figures, ("Avsnitt 1",)))
    assert (around.table, around.passage) == (PLAN.tables[0], PLAN.passages[0])
    statement = replace(PLAN.figures[0], source=replace(PLAN.figures[0].source, table=None))
    assert surroundings(PLAN, hit(Kind.ROW, "0", (statement,), ("Avsnitt 1",))).table is None


def test_a_goal_stands_in_its_lineage() -> None:
    objective, action = PLAN.goals
    assert surroundings(PLAN, of_goal(action)).above == (objective,)
    assert surroundings(PLAN, of_goal(objective)).below == (action,)
    assert surroundings(PLAN, of_goal(objective)).passage == PLAN.passages[1]


def test_what_is_not_in_the_plan_any_more_has_nothing_around_it() -> None:
    gone = replace(PLAN.passages[0], id="p9", section_path=("Borta",))
    around = surroundings(PLAN, of_passage(gone))
    assert (around.before, around.passage, around.after, around.section, around.parent) == (None,) * 5
