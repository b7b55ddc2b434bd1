"""Every failed request answers `{"error": {"code", "message", "remedy"}}`."""

import logging
from collections.abc import Mapping

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from assistant.errors import InvalidQuestion, UnknownPassage
from assistant.schema import ErrorBody, ErrorJson, Json
from index.errors import LibraryBusy, UnknownPlan
from ingest.errors import PlansvarError

logger = logging.getLogger(__name__)

STATUSES: Mapping[type[PlansvarError], int] = {
    UnknownPlan: 404,
    UnknownPassage: 404,
    InvalidQuestion: 422,
    LibraryBusy: 503,
}
"""HTTP status of each error that is not the server's own fault (500)."""

PROTOCOL_ERRORS: Mapping[int, tuple[str, str, str]] = {
    404: ("not_found", "There is nothing at this address.", "See /docs for the addresses that there are."),
    405: ("method_not_allowed", "This address does not take that method.", "See /docs for the methods that it takes."),
    413: ("too_large", "The request is too large.", "Send a shorter question and fewer turns."),
    415: ("unsupported_media_type", "The request is not JSON.", "Send application/json."),
}
INTERNAL = ("internal", "Something broke in the server.", "Try again; if it happens again, see the server's log.")


def error_body(error: Exception) -> Json:
    """The contract's error object for anything that was raised."""
    if isinstance(error, PlansvarError):
        detail = f" ({error.detail})" if error.detail else ""
        return _body(error.code, f"{error.where}: {error.what}{detail}", error.remedy)
    return _body(*INTERNAL)


def status_of(error: PlansvarError) -> int:
    """The HTTP status for an error of ours."""
    return next((status for kind, status in STATUSES.items() if isinstance(error, kind)), 500)


def add_error_handlers(app: FastAPI) -> None:
    """Let every error of the app answer in the contract's form."""
    app.add_exception_handler(PlansvarError, _ours)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _protocol)
    app.add_exception_handler(Exception, _broken)


def _body(code: str, message: str, remedy: str) -> Json:
    return ErrorJson(error=ErrorBody(code=code, message=message, remedy=remedy)).model_dump()


async def _ours(_request: Request, error: Exception) -> JSONResponse:
    if not isinstance(error, PlansvarError):
        raise error
    status = status_of(error)
    if status >= 500:
        logger.error("%s", error)
    return JSONResponse(error_body(error), status)


async def _invalid(_request: Request, error: Exception) -> JSONResponse:
    if not isinstance(error, RequestValidationError):
        raise error
    first = error.errors()[0]
    place = ".".join(str(part) for part in first["loc"])
    return JSONResponse(_body("invalid_request", f"{place}: {first['msg']}", "Correct the request; see /docs."), 422)


async def _protocol(_request: Request, error: Exception) -> JSONResponse:
    if not isinstance(error, HTTPException):
        raise error
    known = PROTOCOL_ERRORS.get(error.status_code, ("http_error", str(error.detail), "See /docs."))
    return JSONResponse(_body(*known), error.status_code, headers=error.headers)


async def _broken(_request: Request, _error: Exception) -> JSONResponse:
    return JSONResponse(_body(*INTERNAL), 500)
