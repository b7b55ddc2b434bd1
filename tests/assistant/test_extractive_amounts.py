"""Amounts: looked up by concept, owner, year and unit, or not given."""

import pytest

from assistant.answer import AnswerStatus
from ingest.model import Unit
from tests.assistant.hand_made import NBSP, Writer, ask, kustlinjen


def value(*turns: str) -> tuple[object, object, object]:
    draft = ask(*turns)
    assert draft.status is AnswerStatus.ANSWERED, draft.text
    return draft.figures[0].value, draft.figures[0].unit, draft.figures[0].year


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Hur stor är medlemsavgiften i Kustlinjen 2026?", 4250),
        ("Vad kostar personalen i Kustlinjen 2027?", 3230),
        ("Hur mycket budgeterar Kustlinjen för konsulter 2025?", 440),
        ("Vad är Kustlinjens övriga intäkter 2025?", 400),
        ("Hur stora är Kustlinjens intäkter 2025?", 4500),
        ("hyra Kustlinjen 2026", 1010),
        ("How much is the rent in Kustlinjen in 2025?", 1010),
        ("What are the staff costs of Kustlinjen in 2026?", 3140),
    ],
)
def test_the_figure_asked_for_is_given(text: str, amount: int) -> None:
    assert value(text)[0] == amount


def test_amounts_are_written_as_swedes_write_them() -> None:
    text = ask("Hur stor är medlemsavgiften i Kustlinjen 2026?").text
    assert f"4{NBSP}250{NBSP}tkr (4,25{NBSP}mnkr). [1]" in text
    assert len(text) < 300


def test_the_citation_quotes_the_row_as_printed() -> None:
    (citation,) = ask("Hur stor är medlemsavgiften i Kustlinjen 2026?").citations
    assert citation.quote == "Medlemsavgift 4 100 4 250 4 400"
    assert citation.section == ("Ekonomi", "Budget")


def test_without_a_year_the_plans_first_year_is_meant_and_said() -> None:
    assert value("Hur stor är medlemsavgiften i Kustlinjen?") == (4100, Unit.TKR, 2025)
    assert "2025" in ask("Hur stor är medlemsavgiften i Kustlinjen?").text


def test_another_year_never_stands_in() -> None:
    draft = ask("Hur stor är hyran i Kustlinjen 2021?")
    assert draft.status is AnswerStatus.OTHER_PERIOD
    assert not draft.figures


def test_the_plans_own_total_comes_before_a_units_row() -> None:
    assert value("Hur stora är Skogsbys personalkostnader 2025?")[0] == 5_000_000


def test_a_units_row_is_given_where_the_unit_is_named() -> None:
    assert value("Hur stora är Tekniklabbets personalkostnader 2025?")[0] == 1_500_000
    assert value("Vad kostar personalen i Naturskolan 2024?")[0] == 780_000


def test_a_finding_on_the_cited_row_is_told() -> None:
    draft = ask("Vad kostar personalen i Naturskolan 2025?")
    assert draft.findings
    assert "raderna ger" in draft.text


def test_several_plans_are_answered_line_by_line() -> None:
    draft = ask("Hur stora är personalkostnaderna 2025?")
    assert [figure.plan_id.split("-")[0] for figure in draft.figures] == ["kustlinjen", "skogsby"]


def test_a_word_that_nothing_accounts_for_makes_no_answer() -> None:
    for text in (
        "Hur mycket betalar Almvik i medlemsavgift till Kustlinjen 2025?",
        "Vad kostar en bussbiljett i Kustlinjen 2025?",
        "Hur stor är medlemsavgiften i Fjällköping 2025?",
    ):
        assert ask(text).status.abstained, text


def test_a_stranger_is_named_as_another_organisation() -> None:
    assert ask("Hur stor är medlemsavgiften i Fjällköping 2025?").status is AnswerStatus.OTHER_ORGANISATION


def test_a_printed_share_is_looked_up() -> None:
    assert value("Hur stor del av Kustlinjens omsättning är projektmedel?")[:2] == (35, Unit.PERCENT)


def test_tables_that_belong_to_nobody_knows_whom_are_not_used() -> None:
    writer = Writer("lund-budget-2025", "Lunds kommunalförbund", "Budget 2025", (2025, 2025))
    kind = next(figure.kind for figure in kustlinjen().figures if figure.label == "Hyra")
    writer.table("Budget", years=(2025,), owner=None, rows={"Hyra": (kind, (10,))})
    writer.table("Budget", years=(2025,), owner=None, rows={"Hyra": (kind, (20,))})
    assert ask("Hur stor är hyran i Lund 2025?", plans=[writer.plan()]).status is AnswerStatus.UNDECIDED


def test_two_readings_that_fit_equally_are_both_named() -> None:
    writer = Writer("lund-budget-2025", "Lunds kommunalförbund", "Budget 2025", (2025, 2025))
    kind = next(figure.kind for figure in kustlinjen().figures if figure.label == "Hyra")
    writer.table("Budget", "Kontor", years=(2025,), owner="Lunds kommunalförbund", rows={"Hyra": (kind, (10,))})
    writer.table("Budget", "Förråd", years=(2025,), owner="Lunds kommunalförbund", rows={"Hyra": (kind, (20,))})
    draft = ask("Hur stor är hyran i Lund 2025?", plans=[writer.plan()])
    assert draft.status is AnswerStatus.AMBIGUOUS
    assert [figure.value for figure in draft.figures] == [10, 20]


def test_politeness_changes_nothing() -> None:
    plain = ask("Hur stor är hyran i Kustlinjen 2026?")
    polite = ask("Hej! Kan du snälla berätta hur stor hyran i Kustlinjen är 2026? Tack!")
    assert polite.figures == plain.figures
