from collections.abc import Iterator
from pathlib import Path

import pytest

import index.sqlite_lexical
from index.editions import Edition, Kind, Placement, Record, Switch
from index.ports import Catalogue
from index.sqlite_catalogue import open_sqlite_catalogue
from tests.index.plans import make_summary


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    opened = open_sqlite_catalogue(tmp_path / "library.sqlite", "1")
    yield opened
    opened.close()


def fill(catalogue: Catalogue, *texts: str, heading: str = "") -> None:
    number = catalogue.manifests.reserve()
    records = [Record(Kind.PASSAGE, f"p{n}", b"{}", (heading, text, "")) for n, text in enumerate(texts)]
    catalogue.editions.stage(
        Edition(number, make_summary(f"plan {number}"), "", Placement(1, ""), {Kind.PASSAGE: len(texts)}), b"", records
    )
    catalogue.manifests.publish(Switch(enter=(number,)))


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
    ("rows", "terms", "expected"),
    [
        (4, ("kommun", "hyra"), {"p0", "p1", "p2"}),
        (3, ("kommun", "hyra"), {"p1"}),
        (1, ("kommun", "hyra"), {"p1"}),
        (1, ("kommun",), {"p0", "p1", "p2"}),
    ],
)
def test_the_commonest_terms_are_left_out_where_rows_are_too_many(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch, rows: int, terms: tuple[str, ...], expected: set[str]
) -> None:
    fill(catalogue, "avgift kommun", "hyra kommun", "lokal kommun")
    monkeypatch.setattr(index.sqlite_lexical, "MOST_ROWS", rows)
    assert scores(catalogue, *terms).keys() == expected


@pytest.mark.parametrize("few", [0, 100])
def test_one_query_for_all_terms_ranks_as_one_for_each_does(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    fill(catalogue, "avgift kommun", "hyra avgift", "lokal", "lön", "mål", "skola", "vård")
    fill(catalogue, "avgift hyra")
    monkeypatch.setattr(index.sqlite_lexical, "FEW_ROWS", few)
    matches = catalogue.lexical.search(Kind.PASSAGE, dict.fromkeys(("avgift", "hyra", "saknas"), 1.0), 10, None)
    assert [match.key for match in matches] == [(1, "p1"), (2, "p0"), (1, "p0")]
    assert [match.key for match in catalogue.lexical.search(Kind.PASSAGE, {"avgift": 1.0}, 10, [2])] == [(2, "p0")]


def test_a_query_of_very_many_words_is_answered(catalogue: Catalogue) -> None:
    fill(catalogue, " ".join(f"ord{n}" for n in range(2_000)), "avgift")
    assert list(scores(catalogue, *(f"ord{n}" for n in range(2_000)), "avgift")) == ["p0"]
