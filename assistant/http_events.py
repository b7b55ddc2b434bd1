"""An answer as server-sent events: `step`, `delta`, and last `answer` or `error`."""

import json
import logging
from collections.abc import Iterator

from fastapi.sse import format_sse_event

from assistant.answer import Answer
from assistant.http_errors import error_body
from assistant.schema import Json, answer_json
from assistant.service import AnswerEvent, DeltaEvent, StepEvent
from ingest.errors import PlansvarError

logger = logging.getLogger(__name__)


def event_stream(first: AnswerEvent, rest: Iterator[AnswerEvent], id: str | int | None) -> Iterator[bytes]:  # noqa: A002
    """The events in the protocol's form; what breaks on the way becomes the last event."""
    try:
        yield _event(first, id)
        for event in rest:
            yield _event(event, id)
    except PlansvarError as error:
        logger.error("%s", error)
        yield _encoded("error", error_body(error))
    except Exception as error:
        logger.exception("an answer broke while it was streamed")
        yield _encoded("error", error_body(error))


def _event(event: AnswerEvent, id: str | int | None) -> bytes:  # noqa: A002
    match event:
        case StepEvent():
            return _encoded("step", {"step": event.step, "engine": event.engine})
        case DeltaEvent():
            return _encoded("delta", {"text": event.text})
        case Answer():
            return _encoded("answer", answer_json(event, id))


def _encoded(name: str, data: Json) -> bytes:
    return format_sse_event(event=name, data_str=json.dumps(data, ensure_ascii=False))
