import asyncio
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from langchain_core.callbacks import BaseCallbackHandler
from langchain_core.documents import Document
from langchain_core.prompts import ChatPromptTemplate
from langchain_core.runnables import RunnablePassthrough
from pydantic import ValidationError

from index.embedded import open_embedded_library
from index.errors import UnknownPlan
from index.langchain_retriever import LibraryRetriever, citation
from index.library import Library
from tests.fakes import HashingEmbedder
from tests.index.plans import make_plan

QUESTION = "När möts nätverket för bibliotek?"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with open_embedded_library(tmp_path_factory.mktemp("library"), HashingEmbedder()) as opened:
        south = make_plan("syd", organisation="Kustbandets kommunalförbund")
        opened.ingest([(make_plan("norr"), "1"), (replace(south, period=(2030, 2032)), "1")])
        yield opened


def plans_of(documents: list[Document]) -> set[str]:
    return {document.metadata["plan"] for document in documents}


def test_documents_hold_the_text_and_say_where_it_stands(library: Library) -> None:
    best = LibraryRetriever(library=library, plans=("norr",)).invoke(QUESTION)[0]
    assert best.page_content == "Nätverket för bibliotek möts fyra gånger under året."
    assert best.metadata.pop("score") > 0
    assert best.metadata == {
        "plan": "norr",
        "title": "Verksamhetsplan norr",
        "organisation": "Skogsbygdens kommunalförbund",
        "section": ["Avsnitt 3"],
        "page": 3,
        "kind": "passage",
        "citation": "Verksamhetsplan norr, Avsnitt 3, s. 3",
    }


def test_figure_rows_and_goals_are_found_too(library: Library) -> None:
    retriever = LibraryRetriever(library=library, limit=20)
    assert {document.metadata["kind"] for document in retriever.invoke("hyra och lärcentrum")} == {
        "passage",
        "row",
        "goal",
    }


def test_documents_come_best_first_each_with_an_id_of_its_own(library: Library) -> None:
    documents = LibraryRetriever(library=library, limit=20).invoke(QUESTION)
    assert len({document.id for document in documents}) == len(documents)
    assert documents[0].metadata["score"] == max(document.metadata["score"] for document in documents)


def test_the_limit_is_how_many_documents_come_at_most(library: Library) -> None:
    assert len(LibraryRetriever(library=library, limit=2).invoke(QUESTION)) == 2


def test_plans_organisations_and_years_limit_the_search(library: Library) -> None:
    every = LibraryRetriever(library=library, limit=20)
    filters: list[dict[str, object]] = [{}, {"plans": ("syd",)}, {"organisations": ("Skogsbygden",)}]
    found = [plans_of(every.model_copy(update=each).invoke(QUESTION)) for each in filters]
    assert found == [{"norr", "syd"}, {"syd"}, {"norr"}]
    by_year = LibraryRetriever(library=library, limit=20, years=(2031,)).invoke(QUESTION)
    assert {document.metadata["kind"] for document in by_year} == {"passage", "goal"}
    assert plans_of(by_year) == {"syd"}


def test_an_unknown_plan_is_told(library: Library) -> None:
    with pytest.raises(UnknownPlan):
        LibraryRetriever(library=library, plans=("väst",)).invoke(QUESTION)


def test_it_stands_in_a_chain_and_is_called_in_any_way(library: Library) -> None:
    prompt = ChatPromptTemplate.from_template("{sources}\n{question}")
    sources = LibraryRetriever(library=library, plans=("norr",), limit=1) | (lambda found: found[0].page_content)
    chain = {"sources": sources, "question": RunnablePassthrough()} | prompt | (lambda asked: asked.messages[0].content)
    expected = f"Nätverket för bibliotek möts fyra gånger under året.\n{QUESTION}"
    assert chain.invoke(QUESTION) == expected
    assert asyncio.run(chain.ainvoke(QUESTION)) == expected
    assert chain.batch([QUESTION, QUESTION]) == [expected, expected]


def test_callbacks_are_told_of_what_is_found(library: Library) -> None:
    class Told(BaseCallbackHandler):
        documents = 0

        def on_retriever_end(self, documents, **_):  # type: ignore[no-untyped-def]
            self.documents += len(documents)

    told = Told()
    LibraryRetriever(library=library, limit=3).invoke(QUESTION, {"callbacks": [told]})
    assert told.documents == 3


def test_a_plan_that_is_removed_meanwhile_is_no_document(tmp_path: Path) -> None:
    with open_embedded_library(tmp_path, HashingEmbedder()) as library:
        library.ingest([(make_plan("norr"), "1")])

        class Removing:
            def search(self, *arguments):  # type: ignore[no-untyped-def]
                hits = library.search(*arguments)
                library.remove(["norr"])
                return hits

            def summaries(self):  # type: ignore[no-untyped-def]
                return library.summaries()

        assert LibraryRetriever(library=Removing()).invoke(QUESTION) == []


def test_only_a_library_can_be_searched() -> None:
    with pytest.raises(ValidationError):
        LibraryRetriever.model_validate({"library": "the library"})


def test_a_citation_leaves_out_what_there_is_not() -> None:
    assert citation("Plan 2030", ("Ekonomi", "Budget"), 7) == "Plan 2030, Ekonomi › Budget, s. 7"
    assert citation("Plan 2030", (), None) == "Plan 2030"
