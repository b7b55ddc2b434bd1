"""Many questions in one process: JSON lines in, JSON lines out, each answer in its question's place."""

import json
from collections.abc import Callable, Iterable

from pydantic import ValidationError

from assistant.errors import InvalidQuestion
from assistant.schema import AskRequest, FailedLine, Json, answer_json
from assistant.service import Assistant
from ingest.errors import PlansvarError

_LINE_BREAKS = str.maketrans({"\u2028": "\\u2028", "\u2029": "\\u2029", "\x85": "\\u0085"})


def answer_lines(
    assistant: Assistant,
    lines: Iterable[bytes],
    write: Callable[[str], object],
    complain: Callable[[str], object],
) -> int:
    """Answer each line of a batch; blank lines are passed over.

    `write` gets one JSON line (with its line break) for each, `complain` one text line for each that failed.
    Returns the exit code: 0, or 1 where a line failed.
    """
    failures = 0
    for place, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            written = _answered(assistant, line)
        except PlansvarError as error:
            failures += 1
            complain(f"line {place}: {error}")
            written = FailedLine(id=_id_of(line), error=str(error)).model_dump(mode="json")
        write(json.dumps(written, ensure_ascii=False).translate(_LINE_BREAKS) + "\n")
    return 1 if failures else 0


def _answered(assistant: Assistant, line: bytes) -> Json:
    try:
        request = AskRequest.model_validate_json(line.removeprefix(b"\xef\xbb\xbf"))
    except ValidationError as error:
        raise InvalidQuestion("question", described(error)) from None
    return answer_json(assistant.ask(request.turns, request.plan), request.id)


def described(error: ValidationError) -> str:
    """The first thing that is wrong, with its place."""
    first = error.errors(include_url=False, include_input=False, include_context=False)[0]
    place = ".".join(str(part) for part in first["loc"])
    return f"{place}: {first['msg']}" if place else first["msg"]


def _id_of(line: bytes) -> str | int | None:
    """The id of a line that cannot be answered, where it has one."""
    try:
        found = json.loads(line)
    except ValueError:
        return None
    named = found.get("id") if isinstance(found, dict) else None
    return named if isinstance(named, str | int) and not isinstance(named, bool) else None
