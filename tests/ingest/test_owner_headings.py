import pytest

from ingest.owner_headings import are_units, is_theme, is_unit_word, names_whole, speaks_of_unit


@pytest.mark.parametrize(
    "heading",
    [
        "Besparingar",
        "Bilaga 3 Ramjusteringar jämfört med 2025",
        "Budget 2025–2027, medlemsfinansiering",
        "Driftbudget",
        "Ekonomisk översikt",
        "Kommunens samlade verksamhet",
        "Medlemsavgifter per invånare",
        "Treårsplan",
        "Vatten-finansiering",
    ],
)
def test_headings_of_money_planning_and_the_whole_are_themes(heading: str) -> None:
    assert is_theme(heading)


@pytest.mark.parametrize(
    "heading",
    ["Regional utveckling", "Plan- och byggnadsnämnden", "Naturum Norra Udden", "Skärgårdens gemensamma lärcenter"],
)
def test_names_of_units_are_no_themes(heading: str) -> None:
    assert not is_theme(heading)


@pytest.mark.parametrize(
    "heading", ["Hälso- och sjukvårdsnämnden", "FÖRBUNDSKANSLI", "Enheten", "Ungdomsenhet", "Vatten AB"]
)
def test_words_for_bodies_are_known(heading: str) -> None:
    assert is_unit_word(heading)


@pytest.mark.parametrize("heading", ["Kapitalförvaltning", "Angelägenhet", "Nämndens arbete", "Museum", ""])
def test_other_words_are_not_known_as_bodies(heading: str) -> None:
    assert not is_unit_word(heading)


def test_the_whole_is_named_by_its_words_or_by_the_organisation() -> None:
    assert names_whole("Samlad verksamhet", "Norrviks kommun")
    assert names_whole("Norrviks kommun i siffror", "Norrviks kommun")
    assert not names_whole("Besparingar", "Norrviks kommun")
    assert not names_whole("Gemensamma nämnden", "Norrviks kommun")


def test_rows_that_are_bodies_make_a_table_over_them() -> None:
    assert are_units(["Kulturnämnden", "Varav bad", "Byggnadsnämnden"])
    assert not are_units(["Kulturnämnden", "Varav bad"])


@pytest.mark.parametrize("heading", ["Budget per enhet", "Riktade uppdrag till kulturnämnden", "Mål för styrelsen"])
def test_what_is_said_of_or_to_a_body_is_no_body(heading: str) -> None:
    assert not is_unit_word(heading)


def test_what_is_some_body_s_is_not_the_whole_s() -> None:
    assert speaks_of_unit("Nämndens ekonomi")
    assert speaks_of_unit("Riktade uppdrag till kulturnämnden")
    assert not speaks_of_unit("Budget per enhet")
    assert not speaks_of_unit("Kulturnämnden")
    assert not speaks_of_unit("")
