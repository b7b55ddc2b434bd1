"""The HTTP service: the contract's addresses over one assistant, which may still be opening when the port answers."""

import contextlib
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, JSONResponse, Response, StreamingResponse
from starlette.exceptions import HTTPException
from starlette.routing import Match

from assistant import plan_json, schema
from assistant.errors import UnknownPassage
from assistant.http_docs import docs_page
from assistant.http_errors import add_error_handlers
from assistant.http_events import event_stream
from assistant.http_headers import SecurityHeaders
from assistant.http_limits import BodyLimit
from assistant.schema import AskRequest, ErrorJson, Json
from assistant.service import Assistant
from assistant.thresholds import REQUEST
from assistant.warming import Warming
from index.errors import UnknownPlan
from ingest.model import Plan

EVENT_STREAM = "text/event-stream"
METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]
NOT_READY = {"error": {"code": "not_ready", "message": "The plans are being opened.", "remedy": "Try again soon."}}

PLAN_PARTS: tuple[tuple[str, Callable[[Plan], list[Json]], type, str], ...] = (
    ("sections", plan_json.sections_json, schema.SectionJson, "The plan's sections in order, with their text."),
    ("figures", plan_json.figures_json, schema.FigureJson, "Every figure that was read from the plan."),
    ("goals", plan_json.goals_json, schema.GoalJson, "The plan's goal tree."),
    ("findings", plan_json.findings_json, schema.FindingJson, "What was found wrong or odd in the plan."),
)
"""Parts of a plan that have an address of their own."""


def create_app(source: Assistant | Callable[[], Assistant] | Warming) -> FastAPI:
    """The service over an assistant, or over what opens one: it is opened in a thread once the app starts."""
    warming = source if isinstance(source, Warming) else Warming(source)

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        warming.start()
        yield

    app = FastAPI(
        title="Plansvar",
        version=_version(),
        description="Answers questions about public plans, each statement and amount cited to its place.",
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
    )
    app.add_middleware(BodyLimit, limit=REQUEST.body_bytes)
    app.add_middleware(SecurityHeaders)
    add_error_handlers(app)
    _add_state(app, warming)
    _add_questions(app, warming)
    _add_plans(app, warming)
    _add_rest(app)
    return app


def _version() -> str:
    try:
        return version("plansvar")
    except PackageNotFoundError:
        return "0"


def _add_state(app: FastAPI, warming: Warming) -> None:
    @app.get("/healthz")
    def healthz() -> dict[str, str]:
        """Whether the server is up."""
        return {"status": "up"}

    @app.get("/readyz", responses={503: {"model": ErrorJson, "description": "The plans are being opened."}})
    def readyz() -> Response:
        """Whether questions are answered at once; 503 until then."""
        return JSONResponse({"status": "ready"}) if warming.ready() else JSONResponse(NOT_READY, 503)

    @app.get("/docs", include_in_schema=False)
    def docs() -> HTMLResponse:
        return HTMLResponse(docs_page(app.openapi()))


def _add_questions(app: FastAPI, warming: Warming) -> None:
    answers: dict[int | str, dict[str, Any]] = {
        200: {"content": {EVENT_STREAM: {}}, "description": "The answer, or with that Accept its events as they come."},
        404: {"model": ErrorJson, "description": "No such plan."},
    }

    @app.post("/api/ask", response_model=schema.AnswerJson, responses=answers)
    def ask(request: Request, question: AskRequest) -> Response:
        """Answer the last turn. With `Accept: text/event-stream`: the events step, delta, and last answer or error."""
        assistant = warming.get()
        if EVENT_STREAM not in request.headers.get("accept", ""):
            return JSONResponse(schema.answer_json(assistant.ask(question.turns, question.plan), question.id))
        events = assistant.follow(question.turns, question.plan)
        first = next(events)
        headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
        return StreamingResponse(event_stream(first, events, question.id), media_type=EVENT_STREAM, headers=headers)


def _add_plans(app: FastAPI, warming: Warming) -> None:
    missing: dict[int | str, dict[str, Any]] = {404: {"model": ErrorJson, "description": "No such plan or passage."}}

    @app.get("/api/plans", response_model=list[schema.PlanJson])
    def plans() -> Response:
        """The plans that answers are taken from."""
        return JSONResponse([plan_json.plan_json(plan) for plan in warming.get().library.plans()])

    for name, convert, model, about in PLAN_PARTS:
        app.add_api_route(
            f"/api/plans/{{plan_id}}/{name}",
            _part_of_a_plan(warming, convert),
            response_model=list[model],  # type: ignore[valid-type]
            responses=missing,
            name=name,
            description=about,
        )

    @app.get("/api/passages/{passage_id:path}", response_model=schema.PassageJson, responses=missing)
    def passage(passage_id: str) -> Response:
        """One passage; its id is `<plan>:<passage>`."""
        plan_id, own_id = plan_json.passage_place(passage_id)
        with contextlib.suppress(UnknownPlan):
            plan = warming.get().library.plan(plan_id)
            for one in plan.passages:
                if one.id == own_id:
                    return JSONResponse(plan_json.passage_json(plan, one))
        raise UnknownPassage(passage_id)


def _part_of_a_plan(warming: Warming, convert: Callable[[Plan], list[Json]]) -> Callable[[str], Response]:
    def part(plan_id: str) -> Response:
        return JSONResponse(convert(warming.get().library.plan(plan_id)))

    return part


def _add_rest(app: FastAPI) -> None:
    @app.api_route("/api/{rest:path}", methods=METHODS, include_in_schema=False)
    def rest(request: Request) -> Response:
        """Answer in the contract's form where a page is mounted that would answer in its own."""
        others = (route for route in app.routes if getattr(route, "endpoint", None) is not rest)
        known = any(route.matches(request.scope)[0] is Match.PARTIAL for route in others)
        raise HTTPException(405 if known else 404)
