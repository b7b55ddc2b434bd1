"""The library as everything else knows it, in memory, in a folder and in a database."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.editions import Kind
from index.embedded_texts import embedded_texts
from index.errors import EmbedderChanged, LibraryDamaged, UnknownPlan, VerificationFailed
from index.library import Library
from index.scope import Scope
from index.vector_placer import VectorPlacer
from ingest.errors import DuplicatePlan
from tests.fakes import HashingEmbedder
from tests.index.libraries import Opener, every_kind, found, opener, put
from tests.index.plans import TEXTS, make_figure, make_plan


@pytest.fixture
def reopen(kind: str, tmp_path: Path, request: pytest.FixtureRequest) -> Opener:
    return opener(kind, tmp_path / "data", request)


@pytest.fixture
def library(reopen: Opener) -> Iterator[Library]:
    with reopen(HashingEmbedder()) as opened:
        yield opened


@every_kind
def test_an_empty_library_finds_nothing(library: Library) -> None:
    assert library.plan_ids() == ()
    assert library.plans() == ()
    assert library.search_passages("medlemsavgift") == ()
    assert library.search_figures("hyra") == ()
    assert library.search_goals("näringsliv") == ()


@every_kind
def test_a_plan_comes_back_whole(library: Library) -> None:
    put(library, make_plan("b"), make_plan("a"))
    assert library.plan_ids() == ("a", "b")
    assert library.plan("b") == make_plan("b")
    assert library.plans() == (make_plan("a"), make_plan("b"))


@every_kind
def test_a_report_says_what_was_added_and_replaced(library: Library) -> None:
    put(library, make_plan("a"))
    report = library.ingest([(make_plan("a", TEXTS[:2]), "2"), (make_plan("b"), "1")])
    assert (report.added, report.replaced, report.reembedded, report.passages) == (("b",), ("a",), (), 5)


@every_kind
def test_progress_is_told_by_plan(library: Library) -> None:
    told: list[tuple[str, int, int]] = []
    plan = make_plan("a", [f"text {number}" for number in range(70)])
    library.ingest([(plan, "1")], lambda *step: told.append(step))
    assert told == [("a", 64, 70), ("a", 70, 70)]


@every_kind
def test_a_passage_is_found_with_its_scores(library: Library) -> None:
    put(library, make_plan("a"), make_plan("b", ("Hyran höjs.", "Personalen blir fler.")))
    first = library.search_passages("Hur mycket räknas medlemsavgiften upp?")[0]
    assert (first.plan_id, first.passage) == ("a", make_plan("a").passages[0])
    assert first.score > 0
    assert first.similarity is not None and 0 < first.similarity <= 1.001
    assert first.lexical is not None and first.lexical > 0


@every_kind
def test_every_hit_has_its_similarity_whichever_ranking_it_comes_from(library: Library) -> None:
    put(library, make_plan("a", [f"mål {number}" for number in range(60)] + ["avgiften räknas upp"]))
    hits = library.search_passages("mål avgift", limit=50)
    assert all(hit.similarity is not None for hit in hits)
    assert any(hit.lexical is None for hit in library.search_passages("något helt annat"))


@every_kind
def test_a_search_keeps_to_the_plans_named(library: Library) -> None:
    put(library, make_plan("a"), make_plan("b"), make_plan("c"))
    assert {plan_id for plan_id, _ in found(library, "medlemsavgift", ["a", "c"])} == {"a", "c"}
    assert {hit.figure.source.plan_id for hit in library.search_figures("hyra", Scope(["b"]))} == {"b"}
    assert {hit.goal.source.plan_id for hit in library.search_goals("lärcentrum", Scope(["b"]))} == {"b"}
    assert library.search_passages("medlemsavgift", Scope([])) == ()


@every_kind
def test_a_search_in_a_plan_that_is_not_there_says_so(library: Library) -> None:
    for search in (library.search, library.search_passages, library.search_figures, library.search_goals):
        with pytest.raises(UnknownPlan):
            search("hyra", Scope(["a"]))
    with pytest.raises(UnknownPlan):
        library.plan("a")


@every_kind
def test_a_figure_is_found_by_its_label(library: Library) -> None:
    put(library, make_plan("a"))
    hits = library.search_figures("Vad kostar hyran 2025?")
    assert [hit.figure for hit in hits] == [make_figure("a", "Hyra", "-1772", 2025)]
    assert hits[0].score > 0


@every_kind
def test_an_objective_is_found_and_so_are_the_actions_below_it(library: Library) -> None:
    put(library, make_plan("a"))
    assert [hit.goal.id for hit in library.search_goals("robust näringsliv")] == ["g1", "g2"]


@every_kind
def test_a_new_edition_replaces_the_former_at_once(library: Library) -> None:
    put(library, make_plan("a"), make_plan("b"))
    put(library, make_plan("a", ("Hyran höjs.",)))
    assert library.plan("a") == make_plan("a", ("Hyran höjs.",))
    assert {text for plan_id, text in found(library, "medlemsavgift direktion") if plan_id == "a"} == {"Hyran höjs."}
    assert len(library.plan_ids()) == 2


@every_kind
def test_a_removed_plan_is_never_found(library: Library) -> None:
    put(library, make_plan("a"), make_plan("b"))
    library.remove(["a"])
    assert library.plan_ids() == ("b",)
    assert {plan_id for plan_id, _ in found(library, "medlemsavgift")} == {"b"}
    assert {hit.figure.source.plan_id for hit in library.search_figures("hyra")} == {"b"}
    with pytest.raises(UnknownPlan):
        library.plan("a")


@every_kind
def test_removing_a_plan_that_is_not_there_changes_nothing(library: Library) -> None:
    put(library, make_plan("a"))
    with pytest.raises(UnknownPlan):
        library.remove(["a", "b"])
    assert library.plan_ids() == ("a",)


@every_kind
def test_every_plan_can_be_removed_and_new_ones_come_in(library: Library) -> None:
    put(library, make_plan("a"), make_plan("b"))
    library.remove(["b", "a", "b"])
    assert library.plan_ids() == ()
    put(library, make_plan("c"))
    assert {plan_id for plan_id, _ in found(library, "medlemsavgift")} == {"c"}


@every_kind
def test_content_is_current_until_it_changes(library: Library) -> None:
    assert not library.is_current("a", "1")
    library.ingest([(make_plan("a"), "1")])
    assert library.is_current("a", "1")
    assert not library.is_current("a", "2")


@every_kind
def test_two_plans_of_one_id_change_nothing(library: Library) -> None:
    put(library, make_plan("a"))
    with pytest.raises(DuplicatePlan):
        put(library, make_plan("b"), make_plan("b"))
    assert library.plan_ids() == ("a",)


@every_kind
def test_plans_without_passages_are_kept(library: Library) -> None:
    put(library, make_plan("a", ()), make_plan("b"))
    put(library, make_plan("c", ()))
    assert library.plan("a") == make_plan("a", ())
    assert {plan_id for plan_id, _ in found(library, "medlemsavgift")} == {"b"}


@every_kind
def test_passages_of_the_same_words_are_all_kept(library: Library) -> None:
    put(library, *(make_plan(f"plan {number}", ["Samma text."] * 20) for number in range(5)))
    assert len(library.search_passages("samma text", limit=100)) == 100


@every_kind
def test_an_ingest_that_fails_leaves_the_former_edition_in_force(library: Library) -> None:
    put(library, make_plan("a"))

    def broken() -> object:
        yield make_plan("a", ("Ny text.",)), "2"
        yield make_plan("b"), "1"
        raise LibraryDamaged("file")

    with pytest.raises(LibraryDamaged):
        library.ingest(broken())  # type: ignore[arg-type]
    assert library.plans() == (make_plan("a"),)
    assert {text for _, text in found(library, "ny text")} == set(TEXTS)
    put(library, make_plan("b"))
    assert library.plan_ids() == ("a", "b")


@every_kind
def test_passages_that_are_not_found_again_do_not_enter_into_force(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(library, make_plan("a"))

    def fail(placer: VectorPlacer) -> None:
        raise VerificationFailed("b")

    monkeypatch.setattr(VectorPlacer, "verify", fail)
    with pytest.raises(VerificationFailed):
        put(library, make_plan("b"))
    assert library.plan_ids() == ("a",)


@every_kind
def test_another_embedder_is_told_at_search_and_mended_by_the_next_ingest(reopen: Opener) -> None:
    with reopen(HashingEmbedder("one")) as library:
        library.ingest([(make_plan("a"), "1"), (make_plan("b"), "1")])
    with reopen(HashingEmbedder("two", dimension=32)) as library:
        with pytest.raises(EmbedderChanged):
            library.search_passages("medlemsavgift")
        assert not library.is_current("a", "1")
        report = library.ingest([(make_plan("a", ("Ny text.",)), "2")])
        assert (report.replaced, report.reembedded) == (("a",), ("b",))
        assert {plan_id for plan_id, _ in found(library, "medlemsavgift")} == {"a", "b"}
        assert library.is_current("b", "1")


@every_kind
def test_an_ingest_of_nothing_is_enough_to_embed_anew(reopen: Opener) -> None:
    with reopen(HashingEmbedder("one")) as library:
        put(library, make_plan("a"))
    with reopen(HashingEmbedder("two")) as library:
        assert library.ingest([]).reembedded == ("a",)
        assert found(library, "medlemsavgift")


@every_kind
def test_a_plan_can_be_removed_under_another_embedder(reopen: Opener) -> None:
    with reopen(HashingEmbedder("one")) as library:
        put(library, make_plan("a"), make_plan("b"))
    other = HashingEmbedder("two")
    with reopen(other) as library:
        library.remove(["a"])
        assert other.embedded == []
    with reopen(HashingEmbedder("one")) as library:
        assert {plan_id for plan_id, _ in found(library, "medlemsavgift")} == {"b"}


@every_kind
def test_plans_that_stay_are_not_embedded_again(reopen: Opener) -> None:
    embedder = HashingEmbedder()
    with reopen(embedder) as library:
        put(library, make_plan("a"), make_plan("b"))
        embedder.embedded.clear()
        put(library, make_plan("b", ("Ny text.",)))
        library.remove(["b"])
        texts = embedded_texts(make_plan("b", ("Ny text.",)))
        assert embedder.embedded == [text for kind in Kind for text in texts[kind].values()]


@every_kind
def test_plans_ingested_one_by_one_stay_in_few_generations(library: Library) -> None:
    for number in range(12):
        put(library, make_plan(f"plan {number:02}", [f"avgift {number}"] * 4))
    assert len(library.search_passages("avgift", limit=48)) == 48
    assert len({edition.placement.generation for edition in library._current().editions.values()}) <= 4
