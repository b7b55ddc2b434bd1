import pytest

from ingest.sentences import sentences_of


def test_sentences_end_at_full_stops_before_capitals() -> None:
    text = "Förbundet växer. Avgiften höjs! Vad kostar det? Inget mer."
    assert sentences_of(text) == ("Förbundet växer.", "Avgiften höjs!", "Vad kostar det?", "Inget mer.")


@pytest.mark.parametrize(
    "sentence",
    [
        "Stödet ges genom bl.a. Näringslivsrådet.",
        "Kostnader för t.ex. Konsulter ökar.",
        "Enligt 11 kap. 1 § gäller balans.",
        "Det kostar ca. 500 kr.",
        "Stödet är 15 tkr fr.o.m. 2026 och t.o.m. 2028.",
        "Vi satsar 5 milj. 2026.",
        "Budgeten är 2.5 gånger större.",
        "1. God balans mellan arbete och fritid.",
        "Avgiften är 10 447 tkr.",
    ],
)
def test_other_full_stops_end_nothing(sentence: str) -> None:
    assert sentences_of(sentence) == (sentence,)


def test_a_sentence_may_end_in_a_small_number() -> None:
    assert sentences_of("Antalet medlemmar är 14. Direktionen leder.") == (
        "Antalet medlemmar är 14.",
        "Direktionen leder.",
    )


def test_each_line_is_its_own_sentence() -> None:
    assert sentences_of("Hyra\t1 670\nVästra avtalet\t546\n\nSumma") == ("Hyra\t1 670", "Västra avtalet\t546", "Summa")


def test_a_quotation_keeps_its_closing_mark() -> None:
    assert sentences_of("Målet är ”Det goda livet.” Alla deltar.") == ("Målet är ”Det goda livet.”", "Alla deltar.")


def test_every_sentence_is_a_part_of_the_text() -> None:
    text = "Vi växer, m.m. Avgiften höjs… Den 5 maj avgörs det. ”Så är det.” Punkt 3. Slut"
    assert all(sentence in text for sentence in sentences_of(text))
    assert "".join("".join(sentences_of(text)).split()) == "".join(text.split())


def test_nothing_gives_nothing() -> None:
    assert sentences_of("") == ()
