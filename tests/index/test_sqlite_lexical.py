from collections.abc import Iterator
from pathlib import Path

import pytest

import index.sqlite_lexical
import index.sqlite_postings
import index.sqlite_postings_writing
from index.editions import Edition, Kind, Placement, Switch
from index.ports import Catalogue
from index.sqlite_catalogue import open_sqlite_catalogue
from tests.index.plans import make_record, make_summary


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    opened = open_sqlite_catalogue(tmp_path / "library.sqlite", "1")
    yield opened
    opened.close()


def fill(catalogue: Catalogue, *texts: str, heading: str = "") -> None:
    number = catalogue.manifests.reserve()
    records = [make_record(Kind.PASSAGE, f"p{n}", heading=heading, body=text) for n, text in enumerate(texts)]
    catalogue.editions.stage(edition(number, len(texts)), b"", records)
    catalogue.manifests.publish(Switch(enter=(number,)))


def edition(number: int, passages: int) -> Edition:
    return Edition(number, make_summary(f"plan {number}"), "", Placement(1, ""), {Kind.PASSAGE: passages})


def scores(catalogue: Catalogue, *terms: str) -> dict[str, float]:
    return {
        match.key.id: match.score
        for match in catalogue.lexical.search(Kind.PASSAGE, dict.fromkeys(terms, 1.0), 100, None)
    }


def test_bm25_is_as_worked_out_by_hand(catalogue: Catalogue) -> None:
    fill(catalogue, "avgift kommun", "hyra kommun", "hyra lokal")
    # All rows have two terms, so the length does not count: tf 1 gives 1 × 2.2 / (1 + 1.2) = 1, and the frequency of
    # a term in one row of three is ln(1 + 2.5 / 1.5).
    assert scores(catalogue, "avgift") == {"p0": pytest.approx(0.98083, abs=1e-5)}


def test_a_term_that_is_in_most_rows_still_counts(catalogue: Catalogue) -> None:
    fill(catalogue, "avgift kommun", "avgift kommun", "avgift lokal")
    found = scores(catalogue, "kommun")
    assert found["p0"] == found["p1"] == pytest.approx(0.47, abs=1e-2)
    assert scores(catalogue, "avgift")["p2"] == pytest.approx(0.1335, abs=1e-3)


def test_a_word_in_a_heading_counts_more_than_one_in_the_text(catalogue: Catalogue) -> None:
    fill(catalogue, "lokal", heading="avgift")
    fill(catalogue, "avgift", heading="lokal")
    matches = catalogue.lexical.search(Kind.PASSAGE, {"avgift": 1.0}, 2, None)
    assert [match.key.edition for match in matches] == [1, 2]
    assert matches[0].score > matches[1].score


@pytest.mark.parametrize(
    ("postings", "terms", "expected"),
    [
        (4, ("kommun", "hyra"), {"p0", "p1", "p2"}),
        (3, ("kommun", "hyra"), {"p1"}),
        (1, ("kommun", "hyra"), {"p1"}),
        (1, ("kommun",), {"p0", "p1", "p2"}),
    ],
)
def test_the_commonest_terms_are_left_out_where_rows_are_too_many(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch, postings: int, terms: tuple[str, ...], expected: set[str]
) -> None:
    fill(catalogue, "avgift kommun", "hyra kommun", "lokal kommun")
    monkeypatch.setattr(index.sqlite_lexical, "MOST_POSTINGS", postings)
    assert scores(catalogue, *terms).keys() == expected


def test_rows_are_scored_alike_whether_terms_are_counted_before_they_are_read_or_after(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(catalogue, "avgift kommun", "hyra kommun", "lokal kommun")
    fill(catalogue, "avgift hyra")
    after = scores(catalogue, "kommun", "hyra", "avgift")
    monkeypatch.setattr(index.sqlite_lexical, "MOST_POSTINGS", 7)
    assert scores(catalogue, "kommun", "hyra", "avgift") == pytest.approx(after)


def test_of_what_fits_alike_the_first_that_was_staged_comes_first(catalogue: Catalogue) -> None:
    fill(catalogue, "avgift kommun", "hyra avgift", "lokal", "lön", "mål", "skola", "vård")
    fill(catalogue, "avgift hyra")
    matches = catalogue.lexical.search(Kind.PASSAGE, dict.fromkeys(("avgift", "hyra", "saknas"), 1.0), 10, None)
    assert [match.key for match in matches] == [(1, "p1"), (2, "p0"), (1, "p0")]
    assert [match.key for match in catalogue.lexical.search(Kind.PASSAGE, {"avgift": 1.0}, 10, [2])] == [(2, "p0")]


def test_a_query_of_very_many_words_is_answered(catalogue: Catalogue) -> None:
    fill(catalogue, " ".join(f"ord{n}" for n in range(2_000)), "avgift")
    assert list(scores(catalogue, *(f"ord{n}" for n in range(2_000)), "avgift")) == ["p0", "p1"]


def test_what_is_only_staged_takes_no_place_of_what_is_in_force(catalogue: Catalogue, tmp_path: Path) -> None:
    fill(catalogue, "avgift hyra lokal")
    other = open_sqlite_catalogue(tmp_path / "library.sqlite", "1")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(index.sqlite_postings_writing, "MOST_UNWRITTEN", 1)
        number = other.manifests.reserve()
        records = [make_record(Kind.PASSAGE, f"s{n}", body="avgift") for n in range(20)]
        other.editions.stage(edition(number, 20), b"", records)
    matches = catalogue.lexical.search(Kind.PASSAGE, {"avgift": 1.0}, 1, None)
    assert [match.key.id for match in matches] == ["p0"]
    other.close()


def test_terms_are_found_in_every_part(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (index.sqlite_postings, index.sqlite_postings_writing):
        monkeypatch.setattr(module, "PART", 4)
    fill(catalogue, *("avgift",) * 6)
    fill(catalogue, *("avgift hyra",) * 7)
    assert len(scores(catalogue, "hyra")) == 7
    assert len(catalogue.lexical.search(Kind.PASSAGE, {"avgift": 1.0}, 100, None)) == 13
    assert len(catalogue.lexical.search(Kind.PASSAGE, {"avgift": 1.0}, 100, [2])) == 7
    assert catalogue.lexical.terms_beginning(["a", "h"]) == {"avgift": 13, "hyra": 7}
