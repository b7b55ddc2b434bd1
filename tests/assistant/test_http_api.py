import json
import re
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient

from assistant.answerer import Draft
from assistant.errors import ChatUnavailable
from assistant.http_api import create_app
from assistant.plan_json import figures_json, findings_json, goals_json, plan_json, sections_json
from assistant.service import Assistant
from ingest.errors import PlansvarError
from tests.assistant import drafts
from tests.assistant.plans import PLAN_ID, a_plan
from tests.fakes import ScriptedAnswerer, WordLibrary

PLAN = a_plan()
DRAFT = drafts.fee_draft()
QUESTION = {"turns": ["Hur stor är avgiften 2026?"]}
STREAM = {"Accept": "text/event-stream"}


def an_assistant(draft: Draft = DRAFT) -> Assistant:
    return Assistant(WordLibrary([PLAN]), ScriptedAnswerer(draft))


@pytest.fixture
def client() -> Iterator[TestClient]:
    with TestClient(create_app(an_assistant()), raise_server_exceptions=False) as running:
        yield running


def events(text: str) -> list[tuple[str, dict[str, Any]]]:
    found = re.findall(r"^event: (\w+)\ndata: (.+)\n\n", text, re.MULTILINE)
    return [(name, json.loads(data)) for name, data in found]


def error_of(response: Any) -> dict[str, str]:
    body = response.json()
    assert list(body) == ["error"]
    assert list(body["error"]) == ["code", "message", "remedy"]
    assert all(body["error"].values())
    return body["error"]  # type: ignore[no-any-return]


def test_a_question_is_answered_with_the_contracts_object(client: TestClient) -> None:
    response = client.post("/api/ask", json=QUESTION)
    assert response.status_code == 200
    body = response.json()
    assert (body["id"], body["status"], body["answer"]) == (None, "answered", DRAFT.text)
    assert body["figures"][0]["value"] == "4250"


def test_an_id_comes_back_and_a_plan_limits(client: TestClient) -> None:
    assert client.post("/api/ask", json={**QUESTION, "id": "q7", "plan": PLAN_ID}).json()["id"] == "q7"


def test_the_answer_is_streamed_when_that_is_asked_for(client: TestClient) -> None:
    response = client.post("/api/ask", json=QUESTION, headers=STREAM)
    assert response.headers["content-type"].startswith("text/event-stream")
    told = events(response.text)
    assert [name for name, _ in told] == ["step", "step", "step", "step", "delta", "answer"]
    assert [data["step"] for name, data in told if name == "step"] == ["understand", "retrieve", "compose", "verify"]
    plain = client.post("/api/ask", json=QUESTION).json()
    streamed = told[-1][1]
    assert {**streamed, "timings_ms": None} == {**plain, "timings_ms": None}
    assert "".join(data["text"] for name, data in told if name == "delta") == streamed["answer"]


def test_what_breaks_while_streaming_is_the_last_event() -> None:
    class Broken(ScriptedAnswerer):
        def compose(self, *_: object) -> Draft:
            raise ZeroDivisionError("a secret of the programme")

    with TestClient(create_app(Assistant(WordLibrary([PLAN]), Broken(DRAFT)))) as client:
        response = client.post("/api/ask", json=QUESTION, headers=STREAM)
    name, data = events(response.text)[-1]
    assert (name, data["error"]["code"]) == ("error", "internal")
    assert "secret" not in response.text


@pytest.mark.parametrize("headers", [{}, STREAM])
def test_an_unknown_plan_is_not_found_whichever_way_is_asked(client: TestClient, headers: dict[str, str]) -> None:
    response = client.post("/api/ask", json={**QUESTION, "plan": "nowhere"}, headers=headers)
    assert response.status_code == 404
    assert error_of(response)["code"] == "unknown_plan"


def test_plans_are_listed_and_their_parts_found(client: TestClient) -> None:
    assert client.get("/api/plans").json() == [plan_json(PLAN)]
    for name, convert in (
        ("sections", sections_json),
        ("figures", figures_json),
        ("goals", goals_json),
        ("findings", findings_json),
    ):
        assert client.get(f"/api/plans/{PLAN_ID}/{name}").json() == convert(PLAN)


@pytest.mark.parametrize("path", ["sections", "figures", "goals", "findings"])
def test_parts_of_an_unknown_plan_are_not_found(client: TestClient, path: str) -> None:
    response = client.get(f"/api/plans/nowhere/{path}")
    assert response.status_code == 404
    assert error_of(response)["code"] == "unknown_plan"


def test_a_passage_is_found_by_the_id_that_names_its_plan(client: TestClient) -> None:
    body = client.get(f"/api/passages/{PLAN_ID}:p1").json()
    assert (body["id"], body["plan"], body["page"], body["text"]) == (
        f"{PLAN_ID}:p1",
        PLAN_ID,
        5,
        PLAN.passages[1].text,
    )


@pytest.mark.parametrize("passage", ["p1", f"{PLAN_ID}:p9", "nowhere:p1", "a/b", ":"])
def test_an_unknown_passage_is_not_found(client: TestClient, passage: str) -> None:
    response = client.get(f"/api/passages/{passage}")
    assert response.status_code == 404
    assert error_of(response)["code"] == "unknown_passage"


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"turns": []},
        {"turns": [""]},
        {"turns": "Ett?"},
        {"turns": ["x" * 2001]},
        {"turns": ["x"] * 21},
        {"turns": ["x"], "plan": 1},
        [],
    ],
)
def test_a_request_in_another_form_is_unprocessable(client: TestClient, body: object) -> None:
    response = client.post("/api/ask", json=body)
    assert response.status_code == 422
    assert error_of(response)["code"] == "invalid_request"


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b'{"turns": ["\\ud800"]}'])
def test_what_is_no_json_is_unprocessable(client: TestClient, content: bytes) -> None:
    response = client.post("/api/ask", content=content, headers={"Content-Type": "application/json"})
    assert response.status_code in {400, 422}
    error_of(response)


def test_a_question_that_another_site_posts_as_a_form_is_not_answered(client: TestClient) -> None:
    response = client.post("/api/ask", content=json.dumps(QUESTION), headers={"Content-Type": "text/plain"})
    assert response.status_code == 422


@pytest.mark.parametrize("in_chunks", [False, True])
def test_a_request_that_is_too_large_is_refused(client: TestClient, in_chunks: bool) -> None:
    body = json.dumps({**QUESTION, "more": "x" * 300_000}).encode()
    content = (body[start : start + 1000] for start in range(0, len(body), 1000)) if in_chunks else body
    response = client.post("/api/ask", content=content, headers={"Content-Type": "application/json"})
    assert response.status_code == 413
    assert error_of(response)["code"] == "too_large"


@pytest.mark.parametrize("path", ["/nowhere", "/api/nowhere", "/api/", "/api/plans/x", "/api/plans/x/nothing"])
def test_an_unknown_address_is_not_found(client: TestClient, path: str) -> None:
    response = client.get(path)
    assert response.status_code == 404
    assert error_of(response)["code"] == "not_found"


@pytest.mark.parametrize(("method", "path"), [("GET", "/api/ask"), ("DELETE", "/api/plans"), ("POST", "/healthz")])
def test_another_method_than_the_address_takes_is_not_allowed(client: TestClient, method: str, path: str) -> None:
    response = client.request(method, path)
    assert response.status_code == 405
    assert error_of(response)["code"] == "method_not_allowed"


def test_what_breaks_in_the_programme_is_an_internal_error_that_tells_nothing_of_it() -> None:
    class Broken(ScriptedAnswerer):
        def compose(self, *_: object) -> Draft:
            raise ZeroDivisionError("a secret of the programme")

    app = create_app(Assistant(WordLibrary([PLAN]), Broken(DRAFT)))
    with TestClient(app, raise_server_exceptions=False) as client:
        response = client.post("/api/ask", json=QUESTION)
    assert response.status_code == 500
    assert error_of(response)["code"] == "internal"
    assert "secret" not in response.text


def test_an_error_of_ours_keeps_its_code_and_remedy() -> None:
    class Damaged(WordLibrary):
        def plan_ids(self) -> tuple[()]:
            raise PlansvarError("library.sqlite", "gone")

    app = create_app(Assistant(Damaged([PLAN]), ScriptedAnswerer(DRAFT)))
    with TestClient(app, raise_server_exceptions=False) as client:
        response = client.post("/api/ask", json=QUESTION)
    assert response.status_code == 500
    assert error_of(response)["remedy"] == PlansvarError.remedy


def test_the_server_is_up_before_the_plans_are_open_and_ready_afterwards() -> None:
    gate = threading.Event()

    def open_slowly() -> Assistant:
        gate.wait(5)
        return an_assistant()

    with TestClient(create_app(open_slowly)) as client:
        assert client.get("/healthz").json() == {"status": "up"}
        waiting = client.get("/readyz")
        assert waiting.status_code == 503
        assert error_of(waiting)["code"] == "not_ready"
        gate.set()
        assert client.post("/api/ask", json=QUESTION).status_code == 200
        assert client.get("/readyz").json() == {"status": "ready"}


def test_where_the_plans_cannot_be_opened_every_answer_says_why() -> None:
    def fail() -> Assistant:
        raise ChatUnavailable("data", "locked")

    with TestClient(create_app(fail), raise_server_exceptions=False) as client:
        for response in (client.get("/readyz"), client.post("/api/ask", json=QUESTION)):
            assert response.status_code in {500, 503}
            assert error_of(response)["code"] == "chat_unavailable"
        assert client.get("/healthz").status_code == 200


def test_the_docs_are_one_page_without_scripts_or_anything_from_outside(client: TestClient) -> None:
    page = client.get("/docs").text
    assert "<script" not in page
    assert not re.search(r"""(src|href)=["']?(https?:)?//""", page)
    for path in ("/api/ask", "/api/plans/{plan_id}/figures", "/api/passages/{passage_id}", "/readyz"):
        assert path in page
    assert 'id="AnswerJson"' in page
    assert client.get("/openapi.json").json()["info"]["title"] == "Plansvar"


def test_every_answer_has_security_headers_and_no_other_site_may_read_it(client: TestClient) -> None:
    for response in (client.get("/docs"), client.get("/api/plans"), client.get("/api/nowhere")):
        assert "frame-ancestors 'self'" in response.headers["content-security-policy"]
        assert response.headers["x-content-type-options"] == "nosniff"
    response = client.get("/api/plans", headers={"Origin": "https://elsewhere.example"})
    assert "access-control-allow-origin" not in response.headers


def test_the_contract_of_addresses_holds_with_a_page_mounted_beside_it(client: TestClient) -> None:
    from fastapi import FastAPI

    app = create_app(an_assistant())
    app.mount("/", FastAPI())
    with TestClient(app) as mounted:
        assert error_of(mounted.get("/api/nowhere"))["code"] == "not_found"
        assert error_of(mounted.post("/api/plans"))["code"] == "method_not_allowed"
        assert mounted.post("/api/ask", json=QUESTION).status_code == 200


def test_questions_at_the_same_time_are_answered_each_with_its_own(client: TestClient) -> None:
    answers: dict[int, str] = {}

    def ask(number: int) -> Callable[[], None]:
        def run() -> None:
            answers[number] = client.post("/api/ask", json={"turns": [f"Fråga {number}?"]}).json()["question"]

        return run

    threads = [threading.Thread(target=ask(number)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == {number: f"Fråga {number}?" for number in range(8)}
