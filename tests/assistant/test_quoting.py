from assistant.citations import collapse
from assistant.quoting import narrow
from tests.assistant.plans import BUDGET_TEXT, FEE_REASON, FEE_ROW, MEMBERS_TEXT, STAFF_ROW


def test_a_short_passage_is_quoted_whole() -> None:
    assert narrow("Kort text.", "vad som helst") == "Kort text."


def test_the_sentence_that_says_it_is_quoted() -> None:
    assert narrow(MEMBERS_TEXT, "Direktionen har 22 ledamöter.", limit=60) == "Direktionen har 22 ledamöter."


def test_a_table_row_is_quoted_whole() -> None:
    assert narrow(BUDGET_TEXT, "Personalkostnader 2 140 tkr", limit=60) == STAFF_ROW


def test_rows_that_stand_together_are_quoted_together() -> None:
    quote = narrow(BUDGET_TEXT, "Medlemsavgifter 4 250 tkr och personalkostnader 2 140 tkr", limit=90)
    assert quote == f"{FEE_ROW}\n{STAFF_ROW}"


def test_a_quote_is_always_part_of_the_passage_and_within_the_limit() -> None:
    for limit in (20, 60, 120):
        quote = narrow(BUDGET_TEXT, FEE_REASON, limit)
        assert collapse(quote) in collapse(BUDGET_TEXT)
        assert len(quote) <= max(limit, len(FEE_REASON))
