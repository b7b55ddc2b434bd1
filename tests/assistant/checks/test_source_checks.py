import pytest

from tests.assistant.checks.made import draft, quoting, refused_by, rent
from tests.assistant.plans import MEMBERS_TEXT

FIRST, SECOND, THIRD = (f"{part.rstrip('.')}." for part in MEMBERS_TEXT.split(". "))


@pytest.mark.parametrize("name", ["Storsunds kommun", "Region Norrhav", "Lotta Ekström"])
def test_a_name_that_no_plan_knows_is_refused(name: str) -> None:
    assert "names_are_known" in refused_by(draft(f"Enligt {name} är hyran 410 tkr 2025. [1]", rent(2025)))


def test_names_of_the_plan_and_of_the_question_pass() -> None:
    assert refused_by(draft("Hyran för Kustlinjen är 410 tkr 2025. [1]", rent(2025))) == set()
    asked = "Vad är hyran 2025, undrar Lotta Ekström?"
    assert refused_by(draft("Hyran är, Lotta Ekström, 410 tkr 2025. [1]", rent(2025)), asked) == set()


def test_a_sentence_cites_the_place_that_it_is_of() -> None:
    assert refused_by(quoting(f"{THIRD} [1]", 0, THIRD)) == set()
    assert "citations_support" in refused_by(quoting(f"{THIRD} [1]", 0, SECOND))


def test_an_item_of_a_list_cites_its_own_place() -> None:
    listed = "Direktionen:\n• Ordförande väljs varje år [1]"
    assert refused_by(quoting(listed, 0, THIRD)) == set()
    assert "citations_support" in refused_by(quoting(listed, 0, FIRST))


def test_what_stands_in_quotation_marks_stands_so_in_the_quote() -> None:
    assert refused_by(quoting(f"Så här: ”{THIRD}” [1]", 0, THIRD)) == set()
    changed = quoting("Så här: ”Ordförande väljs vartannat år.” [1]", 0, THIRD)
    assert "quotations_are_verbatim" in refused_by(changed)
