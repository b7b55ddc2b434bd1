import pytest

from assistant.checks.plan_names import NameIndex, is_form, is_hinted, words_of_name

NAMES = NameIndex({"övriga intäkter", "intäkter", "hyra", "kostnader för möten"})


def said(text: str) -> list[set[str]]:
    return [set(mention.names) for mention in NAMES.mentions(text)]


def test_names_are_found_in_any_inflection_the_longest_before_those_within_it() -> None:
    assert said("De övriga intäkterna och hyran") == [{"övriga intäkter"}, {"hyra"}]
    assert said("Intäkten") == [{"intäkter"}]
    assert said("Hyrbilar") == []


def test_words_may_stand_between_those_of_a_name_but_not_many() -> None:
    assert said("kostnader för våra möten") == [{"kostnader för möten"}]
    assert said("kostnader för resor, mat, dryck och möten") == []


@pytest.mark.parametrize(
    ("token", "word", "same"),
    [
        ("kostnaderna", "kostnader", True),
        ("avgiftens", "avgifter", True),
        ("personalkostnader", "personal", False),
        ("ekonomi", "ekonom", False),
        ("hyran", "hyra", True),
    ],
)
def test_forms_of_a_word(token: str, word: str, same: bool) -> None:
    assert is_form(token, word) is same


def test_units_and_small_words_are_no_part_of_a_name() -> None:
    assert words_of_name("Summa intäkter tkr") == ("summa", "intäkter")
    assert words_of_name("IT") == ("it",)


def test_a_name_is_hinted_by_its_beginning() -> None:
    assert is_hinted("Personalkostnader", "för personalen")
    assert not is_hinted("Personalkostnader", "all sjukpersonal")
