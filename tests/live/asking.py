"""Requests to the preview without a server: what it answers, and what becomes of a caller that goes."""

import asyncio
from collections.abc import Callable, Iterable, MutableMapping
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit

from starlette.types import ASGIApp

PORT, TOKEN = 8765, "token"
OWN = f"127.0.0.1:{PORT}"


class Answer(NamedTuple):
    """What came of a request; ``parts`` are the pieces of its content as they were sent."""

    status: int
    headers: dict[str, str]
    parts: tuple[bytes, ...]

    @property
    def content(self) -> bytes:
        """The whole content."""
        return b"".join(self.parts)


def asked(
    application: ASGIApp,
    path: str,
    method: str = "GET",
    body: bytes = b"",
    headers: Iterable[tuple[str, str]] = (("host", OWN),),
    kind: str = "http",
    between: Iterable[Callable[[], object]] = (),
) -> Answer:
    """The answer to a request; status 0 where there is none.

    ``between`` the parts of an answer without an end something happens; after the last of it the caller goes.
    """
    return asyncio.run(_asked(application, scope_of(kind, path, method, headers), body, tuple(between)))


async def _asked(
    application: ASGIApp, scope: dict[str, Any], body: bytes, between: tuple[Callable[[], object], ...]
) -> Answer:
    gone = asyncio.Event()
    requests = [{"type": "http.request", "body": body, "more_body": False}]
    sent: list[MutableMapping[str, Any]] = []

    async def receive() -> MutableMapping[str, Any]:
        if requests:
            return requests.pop()
        await gone.wait()
        return {"type": "http.disconnect"}

    async def send(message: MutableMapping[str, Any]) -> None:
        sent.append(message)
        if 1 < len(sent) < len(between) + 2:
            between[len(sent) - 2]()
        if len(sent) == len(between) + 2:
            gone.set()
            await asyncio.sleep(0)

    await application(scope, receive, send)
    if not sent:
        return Answer(0, {}, ())
    start, *content = sent
    given = {name.decode(): value.decode() for name, value in start["headers"]}
    return Answer(start["status"], given, tuple(each["body"] for each in content))


def scope_of(kind: str, path: str, method: str, headers: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """A request as servers hand it to applications."""
    url = urlsplit(path)
    return {
        "type": kind,
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": unquote(url.path),
        "raw_path": url.path.encode(),
        "query_string": url.query.encode(),
        "root_path": "",
        "headers": [(name.encode(), value.encode()) for name, value in headers],
    }
