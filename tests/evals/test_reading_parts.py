from evals.reading_parts import findings_found, goals_found
from ingest.model import GoalLevel, Severity
from tests.evals.readings import finding, goal, true_finding, true_goal

TREE = [
    true_goal("Grön stad", GoalLevel.AREA, -1),
    true_goal("Fler träd", GoalLevel.GOAL, 0),
    true_goal("Plantera träd", GoalLevel.ACTION, 1),
]
READ = [
    goal("1", "Grön stad", GoalLevel.AREA),
    goal("2", "Fler träd i staden", GoalLevel.GOAL, "1"),
    goal("3", "Plantera träd varje år", GoalLevel.ACTION, "2"),
]


def test_a_whole_tree_is_found_with_its_edges() -> None:
    found = goals_found(TREE, READ)
    assert [(part.recall, part.precision) for part in found.values()] == [(1.0, 1.0), (1.0, 1.0)]


def test_an_edge_to_the_wrong_parent_is_missed_and_read_too_much() -> None:
    found = goals_found(TREE, [*READ[:2], goal("3", "Plantera träd", GoalLevel.ACTION, "1")])
    assert found["goal nodes"].recall == 1.0
    assert (found["goal edges"].recall, found["goal edges"].precision) == (0.5, 0.5)
    assert found["goal edges"].misses == ("edge missed: p. 1 Fler träd › Plantera träd",)


def test_a_root_under_a_parent_is_an_edge_too_much() -> None:
    found = goals_found(TREE[:1], [goal("1", "Grön stad", GoalLevel.AREA, "9")])
    assert (found["goal edges"].recall, found["goal edges"].precision) == (None, 0.0)


def test_a_node_of_another_level_or_page_is_missed_and_read_too_much() -> None:
    for read in (goal("1", "Grön stad", GoalLevel.GOAL), goal("1", "Grön stad", GoalLevel.AREA, page=2)):
        nodes = goals_found(TREE[:1], [read])["goal nodes"]
        assert (nodes.recall, nodes.precision, len(nodes.misses)) == (0.0, 0.0, 2)


def test_the_longer_of_two_like_keys_takes_its_own_text() -> None:
    truths = [true_goal("Stark", GoalLevel.GOAL, -1), true_goal("Stark ekonomi", GoalLevel.GOAL, -1)]
    read = [goal("1", "Stark ekonomi", GoalLevel.GOAL), goal("2", "Stark kultur", GoalLevel.GOAL)]
    assert goals_found(truths, read)["goal nodes"].recall == 1.0


def test_optional_goals_and_their_parents_are_not_judged() -> None:
    found = goals_found(
        [true_goal("Extra", GoalLevel.PRIORITY, optional=True)], [goal("1", "Extra", GoalLevel.PRIORITY, "2")]
    )
    assert [(part.recall, part.precision) for part in found.values()] == [(None, 1.0), (None, None)]


def test_a_finding_is_told_by_its_severity_page_and_words() -> None:
    truth = true_finding(("3 936 935",), ("summa", "rader"))
    told = finding("Raderna ger inte SUMMA kostnader 3\u00a0936\u00a0935.")
    assert findings_found([truth], [told, told]).recall == 1.0
    others = [
        finding("Raderna ger inte 3 936 935.", Severity.NOTICE),
        finding("Raderna ger inte 3 936 935.", page=2),
        finding("Raderna ger inte 3 936 936."),
    ]
    found = findings_found([truth], others)
    assert (found.recall, found.precision, len(found.misses)) == (0.0, 0.0, 4)


def test_nothing_to_find_and_nothing_found_is_null() -> None:
    found = findings_found([true_finding(("x",), optional=True)], [])
    assert (found.recall, found.precision) == (None, None)
