"""The glossary gives the other words that may stand for those of a question."""

from collections import Counter

import pytest

from index.analysis import terms
from index.glossary import (
    HEAD,
    NEAR,
    SAME,
    SHORTENED,
    TRANSLATED,
    Concept,
    Kind,
    concepts,
    expansions,
    meetings,
)

CONCEPTS = concepts()


def written(concept: Concept) -> tuple[str, ...]:
    return (*concept.words, *concept.abbreviations)


def test_it_covers_the_field() -> None:
    assert 300 <= len(CONCEPTS) <= 700
    areas = Counter(concept.area for concept in CONCEPTS)
    assert min(areas[area] for area in ("ekonomi", "personal", "styrning", "skola", "vård", "miljö", "it")) >= 4


def test_every_concept_has_a_word_and_another_that_may_stand_for_it() -> None:
    assert not [concept for concept in CONCEPTS if not concept.words or not concept.area]
    bare = [one for one in CONCEPTS if len(written(one)) + len(one.near) + len(one.english) < 2]
    assert not bare


def test_every_entry_can_be_searched() -> None:
    texts = [text for one in CONCEPTS for text in (*written(one), *one.near, *one.english)]
    assert not [text for text in texts if not terms(text)]


def test_no_word_stands_in_two_concepts() -> None:
    rows = Counter(key for one in CONCEPTS for key in {terms(text) for text in written(one)})
    assert not [key for key, count in rows.items() if count > 1]


def test_nothing_stands_twice_in_a_concept() -> None:
    cells = [(*written(one), *one.near) for one in CONCEPTS] + [one.english for one in CONCEPTS]
    assert not [text for cell in cells for text, count in Counter(cell).items() if count > 1]


def test_no_entry_stands_for_itself() -> None:
    own = [(text, one) for one in CONCEPTS for text in written(one)]
    assert not [text for text, one in own if text in one.english or text in one.near]
    assert not [text for text, _ in own if set(expansions(text)) & set(terms(text))]


def test_words_of_one_meaning_stand_for_each_other() -> None:
    assert expansions("medlemsavgiften")["förbundsmedel"] == SAME
    assert expansions("Hur stora är förbundsmedlen?")["medlemsavgift"] == SAME
    assert set(terms("anställda")) <= set(expansions("Vad kostar personalen?"))
    assert expansions("hur mkt pengar")["budget"] == NEAR
    assert "hyra" in expansions("Vad kostar lokalerna?")


def test_a_wider_word_stands_for_a_narrower_one_and_never_the_other_way() -> None:
    assert expansions("Vem är rektor?")["skola"] == NEAR
    assert "rektor" not in expansions("Vem leder skolan?")


def test_a_short_form_stands_for_its_words_and_they_for_it() -> None:
    assert expansions("Vad gör SKR?")["region"] == pytest.approx(SHORTENED / 3**0.5)
    assert "och" not in expansions("Vad gör SKR?")
    assert expansions("forskning och utveckling")["fou"] == SHORTENED
    assert "fou" not in expansions("forskning om utveckling")


def test_a_short_form_that_is_also_a_word_is_told_by_its_capitals() -> None:
    assert "avlopp" in expansions("Vad kostar VA?")
    assert "avlopp" not in expansions("va kostar det?")


def test_a_compound_is_met_by_its_head() -> None:
    assert expansions("parkeringsavgifterna")["taxa"] == SAME * HEAD


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("How much is the membership fee?", "medlemsavgift"),
        ("What is the budget for rent?", "hyra"),
        ("How many full-time equivalents are there?", "årsarbetare"),
        ("What are the staff costs in 2025?", "personalkostnad"),
        ("Who is responsible for elderly care?", "äldre"),
        ("Which municipalities are members?", "kommun"),
        ("membership fees 2024", "medlemsavgift"),
        ("upper secondary school", "gymnasium"),
        ("Where is sick leave followed up?", "sjukfrånvaro"),
    ],
)
def test_an_english_question_finds_swedish_words(question: str, word: str) -> None:
    (term,) = terms(word)
    assert expansions(question)[term] >= SAME


def test_an_english_expression_counts_whole_and_word_by_word() -> None:
    found = expansions("How much is the membership fee?")
    assert found["medlemsavgift"] == TRANSLATED > found["medlemskap"] == SAME


def test_english_is_not_read_into_swedish() -> None:
    assert "hyra" not in expansions("Hur rent är vattnet?")
    assert "hyra" in expansions("rent 2024")


@pytest.mark.parametrize(
    "text", ["how much of the", "What is it?", "Hur mycket är det av den?", "och i på", "", "2025", "?"]
)
def test_small_words_stand_for_nothing(text: str) -> None:
    assert not expansions(text)


def test_the_longest_expression_counts_and_the_words_in_it_do_not() -> None:
    (met,) = meetings(("god", "ekonomisk", "hushållning"), english=False)
    assert (met.start, met.end, met.entry, met.kind) == (0, 3, "god ekonomisk hushållning", Kind.WORD)
