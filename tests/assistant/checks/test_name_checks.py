import pytest

from tests.assistant.checks.made import draft, quoting, refused_by, rent, row
from tests.assistant.plans import MEMBERS_TEXT

RENT, STAFF = rent(2025), row("Personalkostnader", 2025)


def test_names_in_the_order_of_their_amounts_pass() -> None:
    assert refused_by(draft("Hyran är 410 tkr [1] och personalkostnaderna 2 050 tkr [2] 2025.", RENT, STAFF)) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Personalkostnaderna är 410 tkr [1] och hyran 2 050 tkr [2] 2025.",
        "Hyran är 410 tkr [1] och hyran 2 050 tkr [2] 2025.",
        "Medlemsavgifterna är 410 tkr [1] och personalkostnaderna 2 050 tkr [2] 2025.",
        "Hyra 410 tkr [1]; hyra 2 050 tkr [2], allt 2025.",
    ],
)
def test_a_name_beside_the_amount_of_another_row_is_refused(text: str) -> None:
    assert "labels_agree" in refused_by(draft(text, RENT, STAFF))


def test_a_unit_beside_the_amount_of_another_is_refused() -> None:
    assert refused_by(draft("Båtenhetens hyra är 90 tkr 2025. [1]", rent(2025, boats=True))) == set()
    assert "owners_agree" in refused_by(draft("Båtenhetens hyra är 410 tkr 2025. [1]", RENT))
    assert "owners_agree" in refused_by(draft("Hyran i Kustlinjen är 90 tkr 2025. [1]", rent(2025, boats=True)))


def test_amounts_of_two_units_need_both_names() -> None:
    both = (RENT, rent(2025, boats=True))
    told = "Hyran är 410 tkr för Kustlinjen [1] och 90 tkr för Båtenheten [2] 2025."
    assert refused_by(draft(told, *both)) == set()
    assert "owners_are_told" in refused_by(draft("Hyran är 410 tkr [1] och 90 tkr [2] 2025.", *both))


def test_a_sentence_without_amounts_names_units_that_it_cites() -> None:
    quote = MEMBERS_TEXT.split(". ")[0] + "."
    assert refused_by(quoting("Kustlinjen bildades 1998 och har 11 medlemskommuner. [1]", 0, quote)) == set()
    strange = quoting("Båtenheten bildades 1998 och har 11 medlemskommuner. [1]", 0, quote)
    assert "units_are_cited" in refused_by(strange)
