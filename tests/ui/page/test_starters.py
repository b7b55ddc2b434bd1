from dataclasses import replace

import pytest

from assistant.answer import Language
from ingest.model import Plan
from tests.ui.plans import norrvik, soderby
from ui.page.starters import EACH, LONGEST_NAME, starters
from ui.texts import Texts


def questions(*plans: Plan, language: Language = Language.SWEDISH) -> dict[str, tuple[str, ...]]:
    return {group.role: group.questions for group in starters(plans, Texts(language))}


def test_each_role_has_questions_about_what_is_read() -> None:
    asked = questions(norrvik())
    assert asked["role.staff"][0] == "Vilka mål har Norrviks kommunalförbund?"
    assert "Vilka insatser finns för Fler ska kunna resa kollektivt?" in asked["role.staff"]
    assert asked["role.politician"] == (
        "Hur stor är Medlemsavgifter för Norrviks kommunalförbund 2025?",
        "Hur mycket förändras Medlemsavgifter för Norrviks kommunalförbund från 2025 till 2027?",
        "Hur finansieras verksamheten i Norrviks kommunalförbund?",
    )
    assert asked["role.newcomer"][:2] == ("Vilka är medlemmar i Norrviks kommunalförbund?", "Vad betyder NKF?")


def test_several_plans_take_turns() -> None:
    asked = questions(norrvik(), soderby())
    assert all(len(group) == EACH for role, group in asked.items() if role != "role.staff")
    assert any("Söderby" in question for group in asked.values() for question in group)
    assert any("Norrvik" in question for group in asked.values() for question in group)


def test_a_plan_with_nothing_in_it_still_has_questions() -> None:
    bare = replace(soderby(), sections=(), passages=())
    assert all(group for group in questions(bare).values())


def test_no_question_is_asked_twice_and_none_names_a_title() -> None:
    asked = [question for group in questions(norrvik(), soderby()).values() for question in group]
    assert len(set(asked)) == len(asked)
    assert not any(plan.title in question for plan in (norrvik(), soderby()) for question in asked)


def test_a_label_that_reads_badly_in_a_question_is_left_out() -> None:
    plan = norrvik()
    for label in ("Medlemsavgift 2025", "Avgifter/bidrag", "SUMMA", "x" * (LONGEST_NAME + 1)):
        renamed = replace(plan, figures=tuple(replace(figure, label=label) for figure in plan.figures))
        assert not any(label in question for group in questions(renamed).values() for question in group)


def test_english_asks_in_english() -> None:
    assert questions(norrvik(), language=Language.ENGLISH)["role.newcomer"][1] == "What does NKF mean?"


@pytest.mark.parametrize("language", Language)
def test_without_plans_there_is_nothing_to_ask(language: Language) -> None:
    assert starters((), Texts(language)) == ()
