"""Word search in PostgreSQL ranks as that in SQLite does."""

from collections.abc import Iterator
from contextlib import closing
from itertools import product
from pathlib import Path

import pytest

import index.postgres_lexical
from index.analysis import terms
from index.editions import Edition, Key, Kind, Match, Placement, PlanSummary, Switch
from index.ports import Catalogue
from index.postgres_address import PostgresAddress
from index.postgres_catalogue import open_postgres_catalogue
from index.psycopg_database import PostgresDatabase
from index.pydantic_codec import header_of, records_of
from index.sqlite_catalogue import open_sqlite_catalogue
from ingest.model import Plan
from tests.index.plans import make_record, make_summary
from tests.index.postgres import needs_postgres

pytestmark = needs_postgres

QUESTIONS = (
    "Hur stor är medlemsavgiften 2026?",
    "kansli personal hyra",
    "mål för kompetensförsörjning",
    "tkr 2025 budget",
)


@pytest.fixture
def catalogue(postgres: str) -> Iterator[Catalogue]:
    opened = open_postgres_catalogue(PostgresDatabase(PostgresAddress.parse(postgres), "1"))
    yield opened
    opened.close()


def fill(catalogue: Catalogue, *texts: str) -> int:
    number = catalogue.manifests.reserve()
    records = [make_record(Kind.PASSAGE, f"p{n}", body=text) for n, text in enumerate(texts)]
    edition = Edition(number, make_summary(f"plan {number}"), "", Placement(1, ""), {Kind.PASSAGE: len(texts)})
    catalogue.editions.stage(edition, b"", records)
    catalogue.manifests.publish(Switch(enter=(number,)))
    return number


def put(catalogue: Catalogue, plan: Plan) -> None:
    number = catalogue.manifests.reserve()
    edition = Edition(number, PlanSummary.of(plan), "", Placement(1, ""), {})
    catalogue.editions.stage(edition, header_of(plan), records_of(plan))
    catalogue.manifests.publish(Switch(enter=(number,)))


def search(catalogue: Catalogue, *words: str, editions: list[int] | None = None) -> list[Match]:
    return catalogue.lexical.search(Kind.PASSAGE, dict.fromkeys(words, 1.0), 100, editions)


def test_bm25_is_as_worked_out_by_hand(catalogue: Catalogue) -> None:
    fill(catalogue, "avgift kommun", "hyra kommun", "hyra lokal")
    # All have two terms, so the length does not count: tf 1 gives 1 × 2.2 / (1 + 1.2) = 1, and the frequency of a term
    # in one of three is ln(1 + 2.5 / 1.5).
    (match,) = search(catalogue, "avgift")
    assert match.key == (1, "p0")
    assert match.score == pytest.approx(0.98083, abs=1e-5)


def test_the_sample_plans_are_scored_as_in_sqlite(
    catalogue: Catalogue, tmp_path: Path, sample_plans: tuple[Plan, ...]
) -> None:
    with closing(open_sqlite_catalogue(tmp_path / "library.sqlite", "1")) as sqlite:
        for plan in (*sample_plans, *sample_plans):
            put(sqlite, plan)
            put(catalogue, plan)
        one = sqlite.manifests.read().editions[sample_plans[0].id].number
        for kind, question, editions in product(Kind, QUESTIONS, (None, [one])):
            weights = {term: 1.0 / place for place, term in enumerate(terms(question), 1)}
            expected = dict(sqlite.lexical.search(kind, weights, 10_000, editions))
            found = dict(catalogue.lexical.search(kind, weights, 10_000, editions))
            assert found == pytest.approx(expected, rel=1e-3)
            assert found or kind is Kind.GOAL


def test_counts_are_of_what_is_in_force(catalogue: Catalogue) -> None:
    first = fill(catalogue, "avgift kommun", "hyra")
    before = search(catalogue, "avgift")
    second = fill(catalogue, "avgift lokal", "avgift")
    catalogue.manifests.publish(Switch(leave=(f"plan {second}",)))
    assert search(catalogue, "avgift") == before == [(Key(first, "p0"), before[0].score)]
    assert catalogue.lexical.terms_beginning([""]) == {"avgift": 1, "kommun": 1, "hyra": 1}


@pytest.mark.parametrize(
    ("most", "words", "expected"),
    [
        (4, ("kommun", "hyra"), {"p0", "p1", "p2"}),
        (3, ("kommun", "hyra"), {"p1"}),
        (1, ("kommun",), {"p0", "p1", "p2"}),
    ],
)
def test_the_commonest_terms_are_left_out_where_postings_are_too_many(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch, most: int, words: tuple[str, ...], expected: set[str]
) -> None:
    fill(catalogue, "avgift kommun", "hyra kommun", "lokal kommun")
    monkeypatch.setattr(index.postgres_lexical, "MOST_POSTINGS", most)
    assert {match.key.id for match in search(catalogue, *words)} == expected


def test_many_editions_are_searched_as_few_are(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    numbers = [fill(catalogue, f"avgift {word}", word) for word in ("hyra", "lokal", "hyra", "lön")]
    wanted = [numbers[0], numbers[2], numbers[3]]
    few = search(catalogue, "avgift", "hyra", editions=wanted)
    monkeypatch.setattr(index.postgres_lexical, "FEW_EDITIONS", 0)
    assert search(catalogue, "avgift", "hyra", editions=wanted) == few
    assert {match.key.edition for match in few} == set(wanted)


def test_a_query_of_very_many_words_is_answered(catalogue: Catalogue) -> None:
    fill(catalogue, " ".join(f"ord{n}" for n in range(2_000)), "avgift")
    assert {match.key.id for match in search(catalogue, *(f"ord{n}" for n in range(2_000)), "avgift")} == {"p0", "p1"}
