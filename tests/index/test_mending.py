import pytest

from index.mending import KnownWords, mended, mended_words
from index.rapidfuzz_spelling import nearest_word

PLAN = KnownWords(
    [
        ["medlemsavgift", "personalkostnad", "kommun", "mål", "rad", "råd", "hyra", "är", "år", "många", "för"],
        ["anställa", "kompetensförsörjning", "verksamhet", "sjuhärad", "pengar", "finnas", "utvecklingsmedel"],
    ]
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("hur mkt pengar", "hur mycket pengar"),
        ("Va kostar det", "Vad kostar det"),
        ("nåt om dom målen", "något om de målen"),
        ("sånt å sån", "sådant och sådan"),
        ("vad e hyran", "vad är hyran"),
        ("medlemsavgft", "medlemsavgift"),
        ("medlemsavgfit", "medlemsavgift"),
        ("medlemsavgften", "medlemsavgift"),
        ("personlkostnader", "personalkostnad"),
        ("kompetensfösörjnig", "kompetensförsörjning"),
        ("utvecklinsmedel", "utvecklingsmedel"),
        ("komun", "kommun"),
        ("verksamhtesplan verksamehten", "verksamhtesplan verksamhet"),
        ("hur manga anstallda", "hur många anställda"),
        ("vilka mal finns for kompetensforsorjning", "vilka mål finns för kompetensförsörjning"),
        ("Sjuharad", "Sjuhärad"),
        ("hyra per ar", "hyra per år"),
        ("hyyra", "hyra"),
        ("mdlemsavgift", "medlemsavgift"),
        ("personallkostnad", "personalkostnad"),
        ("Hur stor ar hyra för många", "Hur stor är hyra för många"),
        ("hyran i ar", "hyran i år"),
    ],
)
def test_what_is_meant_is_told(typed: str, meant: str) -> None:
    assert mended(typed, PLAN) == meant


@pytest.mark.parametrize(
    "text",
    [
        "Hur stor är medlemsavgiften 2026?",
        "Vad kostar VA-avgiften?",
        "va-avgift och e-tjänster",
        "Vad säger SKR om DRUM?",
        "What is the membership fee for many municipalities?",
        "Vad är hyran i Fjällköping?",
        "Finns det rad för råd?",
        "personalkostnaderna och medlemsavgifternas",
        "10 760 tkr, 2,5 % och §7",
        "",
    ],
)
def test_what_is_well_spelt_is_left_as_it_is(text: str) -> None:
    assert mended(text, PLAN) == text


def test_mending_again_changes_nothing() -> None:
    once = mended("hur mkt pengar får komun i medlemsavgft, manga ar?", PLAN)
    assert mended(once, PLAN) == once


def test_a_word_that_is_another_with_rings_is_read_as_both_where_the_plans_use_both() -> None:
    (word,) = (each for each in mended_words("manga rad", PLAN) if each.token.text == "rad")
    assert {reading.word for reading in word.readings} == {"rad", "råd"}


def test_a_word_of_other_spelling_that_the_plans_do_not_use_is_no_reading() -> None:
    (word,) = (each for each in mended_words("manga mal", PLAN) if each.token.text == "mal")
    assert [reading.word for reading in word.readings] == ["mål"]


def test_of_words_as_near_the_nearest_is_taken() -> None:
    assert nearest_word("kostnadr", ["kostnad", "kostnader", "kossa"]) in {"kostnad", "kostnader"}
    assert nearest_word("budgt", ["budget", "bukett"]) == "budget"
    assert nearest_word("hyra1", ["hyra"]) is None
    assert nearest_word("xylofon", ["kommun"]) is None
