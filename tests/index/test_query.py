from collections.abc import Collection, Mapping

import pytest

from index.analysis import parts_of, terms
from index.query import PART, Query, query_of


class Passages:
    """A vocabulary of the terms of some texts."""

    def __init__(self, *texts: str) -> None:
        own = [term for text in texts for term in terms(text)]
        self._terms = {*own, *(part for term in own for part in parts_of(term))}

    def terms_beginning(self, beginnings: Collection[str]) -> Mapping[str, int]:
        return {term: 1 for term in self._terms if term.startswith(tuple(beginnings))}


PLAN = Passages(
    "Medlemsavgiften för kommunerna är 78 kr per invånare och år.",
    "Förbundskansliets lokalhyra. Många anställda. Mål för kompetensförsörjning. Råd.",
)


def query(text: str) -> Query:
    return query_of(text, PLAN)


def test_a_word_counts_in_full_and_the_parts_of_a_compound_less() -> None:
    worth = query("medlemsavgiften").terms
    assert worth["medlemsavgift"] == 1.0
    assert worth["medlem"] == worth["avgift"] == PART


def test_words_of_every_text_count_for_little() -> None:
    worth = query("hur mycket är hyran för det").terms
    assert worth["hyra"] == 1.0
    assert worth["mycket"] < 0.6
    assert worth.keys().isdisjoint({"är", "det"})


def test_a_question_of_such_words_alone_is_still_searched() -> None:
    assert query("är det?").terms


def test_numbers_and_years_are_terms_of_their_own() -> None:
    asked = query("avgift 2026 och 10 760 tkr")
    assert asked.terms["2026"] == asked.terms["10760"] == asked.terms["tkr"] == 1.0
    assert asked.years == frozenset({2026})


@pytest.mark.parametrize(
    ("typed", "term"),
    [
        ("medlemsavgft", "medlemsavgift"),
        ("hur manga anstallda", "anställa"),
        ("kompetensforsorjningen", "kompetensförsörjning"),
        ("förbundskansiet", "förbundskansli"),
        ("lokalhyrra", "lokalhyra"),
    ],
)
def test_misspelt_words_meet_those_of_the_plans(typed: str, term: str) -> None:
    assert query(typed).terms[term] >= 0.8


def test_what_is_embedded_is_spelt_right_and_what_was_typed_is_kept() -> None:
    asked = query("hur mkt får komunerna i medlemsavgft?")
    assert asked.meaning == "hur mycket får kommun i medlemsavgift?"
    assert asked.text == "hur mkt får komunerna i medlemsavgft?"


def test_an_english_question_is_embedded_with_the_swedish_for_it() -> None:
    asked = query("What is the membership fee?")
    assert asked.meaning.startswith("What is the membership fee?")
    assert "medlemsavgift" in asked.meaning.split()
    assert asked.terms["medlemsavgift"] == 1.0
    assert asked.terms.keys().isdisjoint({"what", "is", "the"})


def test_a_synonym_counts_less_than_the_word() -> None:
    worth = query("lokaler").terms
    assert 0 < worth["lokalhyra"] < worth["lokal"] == 1.0


def test_nothing_is_asked_of_the_plans_for_words_that_are_known() -> None:
    class Silent:
        def terms_beginning(self, beginnings: Collection[str]) -> Mapping[str, int]:
            pytest.fail("asked for nothing")

    assert query_of("Hur stor är medlemsavgiften 2026?", Silent()).terms
