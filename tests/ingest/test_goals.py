import pytest

from ingest.model import Goal, GoalLevel
from ingest.pages import Block
from tests.ingest.made import grid, heading, item, paragraph, plan

ACTIONS = [
    ("Prioriterade insatser", "Effekt"),
    ("1. Mötas oftare", "Tilliten ökar. Fler deltar."),
    ("2. Lyssna", "Besluten blir bättre."),
]


def goals(*blocks: Block) -> tuple[Goal, ...]:
    return plan(*blocks).goals


def tree(*blocks: Block) -> list[tuple[GoalLevel, str, str | None]]:
    """Level, text and the parent's text."""
    nodes = goals(*blocks)
    text = {goal.id: goal.text for goal in nodes}
    return [(goal.level, goal.text, text[goal.parent] if goal.parent else None) for goal in nodes]


def test_areas_objectives_actions_and_effects_hang_together() -> None:
    found = tree(
        heading("Insatsområde 1: Näringsliv"),
        paragraph("Mål för näringsliv:"),
        paragraph("Ett näringsliv som växer"),
        heading("Delmål 1: Nya företag", 2),
        grid(ACTIONS),
    )
    assert found == [
        (GoalLevel.AREA, "Näringsliv", None),
        (GoalLevel.GOAL, "Ett näringsliv som växer", "Näringsliv"),
        (GoalLevel.OBJECTIVE, "Nya företag", "Ett näringsliv som växer"),
        (GoalLevel.ACTION, "Mötas oftare", "Nya företag"),
        (GoalLevel.EFFECT, "Tilliten ökar.", "Mötas oftare"),
        (GoalLevel.EFFECT, "Fler deltar.", "Mötas oftare"),
        (GoalLevel.ACTION, "Lyssna", "Nya företag"),
        (GoalLevel.EFFECT, "Besluten blir bättre.", "Lyssna"),
    ]


def test_a_goal_may_stand_on_the_line_that_announces_it() -> None:
    assert tree(heading("Insatsområde 1: Skola"), paragraph("Mål för skolan: Alla lär sig läsa"))[1:] == [
        (GoalLevel.GOAL, "Alla lär sig läsa", "Skola")
    ]


def test_a_goal_set_as_a_heading_under_its_announcement_is_found() -> None:
    found = tree(
        heading("Insatsområde 1: Skola"),
        paragraph("Mål för skolan:"),
        heading("Alla lär sig läsa", 3),
        heading("Nästa"),
    )
    assert found[1:2] == [(GoalLevel.GOAL, "Alla lär sig läsa", "Skola")]


def test_lists_are_goals_priorities_or_assignments_by_what_leads_them_in() -> None:
    found = tree(
        heading("Ekonomi"),
        paragraph("Förbundets finansiella mål 2025 är:"),
        item("• Intäkterna överstiger kostnaderna"),
        heading("Uppdrag 2025"),
        item("1. Utreda lokalerna"),
        heading("Strategins fokusområden är"),
        item("• Klimat"),
        heading("Medlemmar"),
        item("• Norrvik"),
    )
    assert found == [
        (GoalLevel.GOAL, "Intäkterna överstiger kostnaderna", None),
        (GoalLevel.ASSIGNMENT, "Utreda lokalerna", None),
        (GoalLevel.PRIORITY, "Klimat", None),
    ]


def test_posts_with_their_shares_are_no_goals() -> None:
    assert tree(heading("Uppdrag"), item("75 % Strateg")) == []


def test_running_text_about_goals_is_no_goal() -> None:
    text = "Mål är viktiga: " + "vi arbetar länge med dem och tillsammans. " * 8
    assert tree(heading("Syfte"), paragraph(text)) == []


def test_the_same_objective_twice_is_one_node() -> None:
    nodes = goals(
        heading("Delmål 1: Växa"), paragraph("Text."), heading("B"), heading("Delmål 1: Växa", 2), grid(ACTIONS)
    )
    assert [goal.text for goal in nodes if goal.level is GoalLevel.OBJECTIVE] == ["Växa"]


def test_a_table_of_other_columns_holds_no_goals() -> None:
    assert tree(heading("Delmål 1: Växa"), grid([("Post", "2025"), ("Hyra", "10")]))[1:] == []


def test_ids_are_unique_and_parents_come_first() -> None:
    nodes = goals(heading("Insatsområde 1: Skola"), heading("Delmål 1: Läsa", 2), grid(ACTIONS))
    seen: set[str] = set()
    for node in nodes:
        assert node.id not in seen
        assert node.parent is None or node.parent in seen
        seen.add(node.id)


def test_a_node_carries_its_place() -> None:
    nodes = goals(heading("Delmål 1: Läsa"), grid(ACTIONS, page=9))
    assert [(n.source.page, n.source.row, n.source.column) for n in nodes[1:4]] == [(9, 1, 0), (9, 1, 1), (9, 1, 1)]


def test_a_goal_stated_in_a_lead_in_is_found() -> None:
    assert tree(heading("Syfte"), paragraph("Förbundets övergripande strategiska mål är Att alla ska trivas")) == [
        (GoalLevel.GOAL, "Att alla ska trivas", None)
    ]


def test_follow_up_of_assignments_is_no_assignment() -> None:
    assert tree(heading("Uppföljning grunduppdrag"), item("• Årlig enkät"), item("• Delårsrapport")) == []


def test_goals_beside_each_other_get_nothing_that_follows_them_both() -> None:
    found = tree(
        heading("Kapitel"),
        paragraph("Mål 1: Växa"),
        paragraph("Mål 2: Trivas"),
        heading("Delmål 1: Mötas"),
        grid(ACTIONS),
    )
    assert found[2] == (GoalLevel.OBJECTIVE, "Mötas", None)


def test_a_number_says_which_goal_an_objective_is_of() -> None:
    found = tree(
        heading("Mål"),
        paragraph("Mål 1: Växa"),
        paragraph("Mål 2: Trivas"),
        paragraph("Delmål 1.1: Fler flyttar hit"),
        paragraph("Delmål 2.1: Fler stannar"),
    )
    assert found[1::2] == [
        (GoalLevel.OBJECTIVE, "Fler flyttar hit", "Växa"),
        (GoalLevel.OBJECTIVE, "Fler stannar", "Trivas"),
    ]


def test_a_number_that_comes_again_is_of_another_goal() -> None:
    found = tree(
        heading("Insatsområde 1: Skola"),
        paragraph("Delmål 1: Läsa"),
        paragraph("Mer."),
        heading("Budget", 2),
        paragraph("Delmål 1: God ekonomi"),
    )
    assert found[2] == (GoalLevel.OBJECTIVE, "God ekonomi", None)


def test_a_goal_that_was_listed_first_is_the_same_under_its_heading() -> None:
    found = tree(
        heading("Våra mål"),
        item("• Växa"),
        item("• Trivas"),
        heading("Växa"),
        paragraph("Åtgärder:"),
        item("• Bygga bostäder"),
    )
    assert found == [
        (GoalLevel.GOAL, "Växa", None),
        (GoalLevel.ACTION, "Bygga bostäder", "Växa"),
        (GoalLevel.GOAL, "Trivas", None),
    ]


def test_a_sentence_that_points_back_goes_with_the_effect_before_it() -> None:
    rows = [("Insatser", "Effekt"), ("Mötas", "Tilliten ökar. Det leder till fler idéer. Fler deltar.")]
    assert [text for level, text, _ in tree(heading("Delmål 1: Växa"), grid(rows)) if level is GoalLevel.EFFECT] == [
        "Tilliten ökar. Det leder till fler idéer.",
        "Fler deltar.",
    ]


def test_an_indicator_is_named_without_its_values() -> None:
    found = tree(
        heading("Mål 1: Växa"), paragraph("Indikator: Antal invånare. Utfall 2024: 9 100. Målvärde 2026: 9 300.")
    )
    assert found[1] == (GoalLevel.EFFECT, "Antal invånare", "Växa")


def test_lines_of_arrows_are_a_table() -> None:
    found = tree(
        heading("Så hänger det ihop"),
        paragraph("Mål → Aktivitet → Effekt"),
        paragraph("Växa → Bygga bostäder → Fler invånare"),
        paragraph("Trivas → Ordna möten → Fler vänner"),
    )
    assert found == [
        (GoalLevel.GOAL, "Växa", None),
        (GoalLevel.ACTION, "Bygga bostäder", "Växa"),
        (GoalLevel.EFFECT, "Fler invånare", "Bygga bostäder"),
        (GoalLevel.GOAL, "Trivas", None),
        (GoalLevel.ACTION, "Ordna möten", "Trivas"),
        (GoalLevel.EFFECT, "Fler vänner", "Ordna möten"),
    ]


def test_effects_of_several_actions_are_of_their_goal() -> None:
    found = tree(
        heading("Mål 1: Växa"),
        paragraph("Aktiviteter:"),
        item("• Bygga"),
        item("• Bjuda in"),
        paragraph("Effekter:"),
        item("• Fler invånare"),
    )
    assert found[-1] == (GoalLevel.EFFECT, "Fler invånare", "Växa")


def test_a_money_table_of_measures_holds_no_goals() -> None:
    rows = [("Åtgärd", "Tkr 2025"), ("Belysning", "400"), ("Sanering", "200")]
    assert tree(heading("Satsningar"), grid(rows)) == []


@pytest.mark.parametrize("word", ["Ändamål", "Klagomål", "Målgrupp", "Uppdragsgivare", "Medlemsavgift", "Område"])
def test_words_that_only_look_like_levels_name_none(word: str) -> None:
    assert tree(heading(word), item("• Ett"), item("• Två"), heading(f"{word}: Annat"), paragraph("Text.")) == []


def test_a_heading_joined_to_the_item_before_it_announces_the_list_after_it() -> None:
    found = tree(
        heading("Nämnden"),
        paragraph("Följande ska genomföras"),
        item("• Fler bussar"),
        item("• Nya hållplatser Riktade uppdrag Trafiknämnden"),
        item("1. Pröva nattbuss"),
        item("2. Se över taxan"),
    )
    assert found == [(GoalLevel.ASSIGNMENT, "Pröva nattbuss", None), (GoalLevel.ASSIGNMENT, "Se över taxan", None)]


def test_a_card_with_a_goal_of_its_own_is_an_area_and_a_value_at_a_time_is_no_goal() -> None:
    cards = [
        [heading(name, 2), paragraph(f"Mål: {goal}"), paragraph(measure), paragraph("Åtgärder 2026:"), item(done)]
        for name, goal, measure, done in (
            (
                "A. Rena bryggor",
                "Inget skräp ska finnas.",
                "Mått: Säckar 2024: 21 säckar. Delmål 2026: 18 säckar.",
                "• städa",
            ),
            (
                "B. Glada gäster",
                "Alla ska trivas.",
                "Mått: Nöjda 2024: 62 procent. Delmål 2026: 70 procent.",
                "• bygga bastu",
            ),
        )
    ]
    found = tree(heading("Mål och åtgärder"), paragraph("Vi har två mål."), *cards[0], *cards[1])
    assert (GoalLevel.AREA, "A. Rena bryggor", None) in found
    assert (GoalLevel.GOAL, "Inget skräp ska finnas.", "A. Rena bryggor") in found
    assert (GoalLevel.ACTION, "städa", "Inget skräp ska finnas.") in found
    assert (GoalLevel.ACTION, "bygga bastu", "Alla ska trivas.") in found
    assert not any(level is GoalLevel.OBJECTIVE for level, _, _ in found)


@pytest.mark.parametrize(("told", "actions"), [("mål, mått och aktiviteter", 2), ("mål och mått", 0)])
def test_a_list_after_the_measures_is_what_the_chapter_says_belongs_to_every_area(told: str, actions: int) -> None:
    found = tree(
        heading("Mål för perioden"),
        paragraph(f"Vi har ett målområde. Till varje område hör {told}."),
        heading("Målområde 1 Hamnen", 2),
        paragraph("Inriktningsmål: Alla ska hitta en plats."),
        grid([("Mått", "Utfall 2024", "Mål 2026"), ("Platser", "54", "98")]),
        item("• Bygga en brygga"),
        item("• Lägga ut bojar"),
    )
    assert sum(level is GoalLevel.ACTION for level, _, _ in found) == actions
