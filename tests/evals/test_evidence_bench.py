from evals.evidence_bench import MISSED, RECALL, as_it_is, chunk_searches, evidence_rows, library_searches
from evals.pool_rankings import DENSE, HYBRID, LEXICAL
from evals.records import Retrieved
from tests.evals.cases import PLAN, ROW, case, figure_case
from tests.evals.plans import QUESTION, small_hit
from tests.fakes import HashingEmbedder, ScriptedLibrary

CASES = (
    figure_case(turns=(QUESTION,)),
    case("g1", type="goal", all=("trygghet",), turns=("Vad är målet?",)),
    case("n1", type="abstain", abstain=True),
)
RIGHT = Retrieved(PLAN, ("Budget",), ROW)


def test_recall_is_of_what_has_evidence_and_of_amounts_alone() -> None:
    parts = evidence_rows({"one": lambda case: [RIGHT], "none": lambda case: []}, CASES, "one")
    assert parts[RECALL] == [
        {
            "search": "one",
            "questions": 2,
            "found": 1,
            "share": 0.5,
            "for amounts": 1,
            "amounts found": 1,
            "amounts_share": 1.0,
        },
        {
            "search": "none",
            "questions": 2,
            "found": 0,
            "share": 0.0,
            "for amounts": 1,
            "amounts found": 0,
            "amounts_share": 0.0,
        },
    ]


def test_what_the_shown_search_misses_is_named() -> None:
    parts = evidence_rows({"one": lambda case: [RIGHT], "none": lambda case: []}, CASES, "one")
    assert parts[f"{MISSED}, one"] == [{"id": "g1", "type": "goal", "asked": "Vad är målet?", "expected": "/trygghet/"}]


def test_over_no_question_with_evidence_shares_are_null() -> None:
    (row,) = evidence_rows({"one": as_it_is(ScriptedLibrary())}, CASES[2:], "one")[RECALL]
    assert (row["share"], row["amounts_share"]) == (None, None)


def test_words_and_meaning_alone_hold_what_each_has_found() -> None:
    searches = library_searches(ScriptedLibrary([], [small_hit(lexical=None)]))
    assert {name: len(search(CASES[0])) for name, search in searches.items()} == {LEXICAL: 0, DENSE: 1, HYBRID: 1}


def test_usual_chunks_are_searched_for_the_whole_conversation() -> None:
    texts = {PLAN: f"{ROW}\n" + "Annat " * 300, "soderby-plan": "Mål: trygghet i hela kommunen."}
    asked = case("g1", all=("trygghet",), turns=("Vad är målet?", "Och tryggheten i hela kommunen?"))
    for search in chunk_searches(texts, [asked], HashingEmbedder()).values():
        best = search(asked)[0]
        assert (best.plan, best.section) == ("soderby-plan", ())
