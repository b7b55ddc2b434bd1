"""A bound on what a request to the API may send, refused in the contract's form."""

from collections.abc import MutableMapping
from typing import Any

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Receive, Scope, Send


class BodyLimit:
    """Refuses (413) the body of a request under `/api/` once it is over `limit` bytes, before more of it is read."""

    def __init__(self, app: ASGIApp, limit: int) -> None:
        self._app = app
        self._limit = limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on with a body that ends in an error where it is too long."""
        read = 0

        async def receive_within_limit() -> MutableMapping[str, Any]:
            nonlocal read
            message = await receive()
            read += len(message.get("body", b""))
            if read > self._limit:
                raise HTTPException(413)
            return message

        limited = scope["type"] == "http" and scope["path"].startswith("/api/")
        await self._app(scope, receive_within_limit if limited else receive, send)
