"""The local page as an ASGI application: what it may be asked, by whom, and what it answers."""

import asyncio
import hmac
from collections.abc import AsyncIterator, Callable, Mapping
from pathlib import Path
from typing import TypeVar

from msgspec import Struct, json
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from reportgen.live.editors import Editor, FilePlace
from reportgen.live.searching import search
from reportgen.live.session import MOST_DRAFTS, Choice, Session
from reportgen.workspace.refusals import CommandError

Made = TypeVar("Made")

Opener = Callable[[tuple[str, ...]], bool]
"""Starts a program with its arguments; whether it could be started."""

_PAGE = Path(__file__).parent / "page"
_FILES = {"": "preview.html"} | {name: name for name in ("preview.css", "preview.js", "words.json", "icon.svg")}
"""What can be asked for by name, and the file it is."""

_HEADERS = {
    b"content-security-policy": b"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    b"connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    b"cross-origin-resource-policy": b"same-origin",
    b"referrer-policy": b"no-referrer",
    b"x-content-type-options": b"nosniff",
}
_KEEP_ALIVE = 15.0
"""Seconds after which a page is told that the program is still there."""

_LONGEST_SEARCH = 200


class Guard:
    """Lets only the page itself in: by this machine's own names, from no other site, with the token in the address."""

    def __init__(self, app: ASGIApp, port: int, token: str) -> None:
        self._app = app
        self._hosts = {f"{name}:{port}".encode() for name in ("127.0.0.1", "localhost")}
        self._start = f"/{token}/"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers 403 to anybody else."""
        if scope["type"] != "http":
            return
        headers = dict(scope["headers"])
        host, origin = headers.get(b"host", b""), headers.get(b"origin")
        own = host in self._hosts and (origin == b"http://" + host or (origin is None and scope["method"] != "POST"))
        start = scope["path"][: len(self._start)].encode()
        if not (own and hmac.compare_digest(start, self._start.encode())):
            await Response("403", 403)(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *_HEADERS.items()]
            await send(message)

        await self._app(scope, receive, send_guarded)


class Target(Struct, frozen=True):
    """What is to be opened: the place of a finding, or of a point on a page."""

    style: str
    draft: int = 0
    finding: int | None = None
    page: int = 0
    x: float = 0.0
    y: float = 0.0


class Application:
    """The answers to one session's page."""

    def __init__(self, session: Session, editor: Callable[[], Editor], start_program: Opener) -> None:
        self._session = session
        self._editor = editor
        self._start_program = start_program

    def guarded(self, port: int, token: str) -> ASGIApp:
        """The application at a port, for those who know the token."""
        routes = [
            Route("/state", self._state),
            Route("/lines", self._lines),
            Route("/tile/{key}/{scale:float}/{column:int}-{row:int}.png", self._tile),
            Route("/place", self._place),
            Route("/search", self._search),
            Route("/events", self._events),
            Route("/open", self._open, methods=["POST"]),
            Route("/{name:path}", self._file),
        ]
        return Guard(Starlette(routes=[Mount(f"/{token}", routes=routes)]), port, token)

    async def _file(self, request: Request) -> Response:
        name = _FILES.get(request.path_params["name"])
        if name is None:
            raise HTTPException(404)
        return FileResponse(_PAGE / name, headers={"cache-control": "no-cache"})

    async def _state(self, request: Request) -> Response:
        session = self._session
        query = request.query_params
        choice = _choice(query) if "style" in query else session.first
        view = await _in_thread(lambda: session.view(choice))
        about = {"year": session.year, "styles": session.styles, "language": session.language, "view": view}
        return _answer(about)

    async def _lines(self, request: Request) -> Response:
        pages = await _in_thread(lambda: self._session.pages(_choice(request.query_params)))
        lines = pages.lines if pages else ()
        shown = [[(line.left, line.top, line.right, line.height, line.text) for line in page] for page in lines]
        return _answer(shown)

    async def _tile(self, request: Request) -> Response:
        key, scale, column, row = (request.path_params[name] for name in ("key", "scale", "column", "row"))
        if not scale > 0:
            raise HTTPException(404)
        content = await _in_thread(lambda: self._session.tile(key, scale, column, row))
        if content is None:
            raise HTTPException(404)
        return Response(content, media_type="image/png", headers={"cache-control": "private, max-age=86400, immutable"})

    async def _place(self, request: Request) -> Response:
        query = request.query_params
        place = await _in_thread(lambda: self._at(_target(query)))
        editor = self._editor()
        opens = place is not None and editor.command(place) is not None
        return _answer({"place": place, "address": editor.address(place) if place else None, "opens": opens})

    async def _open(self, request: Request) -> Response:
        target = json.decode(await request.body(), type=Target)
        place = await _in_thread(lambda: self._at(target))
        command = self._editor().command(place) if place else None
        return _answer({"place": place, "opened": command is not None and self._start_program(command)})

    async def _search(self, request: Request) -> Response:
        words = request.query_params.get("words", "")[:_LONGEST_SEARCH]
        pages = await _in_thread(lambda: self._session.pages(_choice(request.query_params)))
        return _answer(search(pages, words) if pages else ())

    async def _events(self, _request: Request) -> Response:
        return StreamingResponse(self._news(), media_type="text/event-stream", headers={"cache-control": "no-store"})

    async def _news(self) -> AsyncIterator[str]:
        """An event for every save, and now and then a sign of life."""
        saved, loop = asyncio.Event(), asyncio.get_running_loop()
        end = self._session.listen(lambda: loop.call_soon_threadsafe(saved.set))
        try:
            while True:
                saved.clear()
                yield f"data: {self._session.revision}\n\n"
                try:
                    await asyncio.wait_for(saved.wait(), _KEEP_ALIVE)
                except TimeoutError:
                    yield ": \n\n"
        finally:
            end()

    def _at(self, target: Target) -> FilePlace | None:
        """The place in a file of what was clicked; None where it was written in no file."""
        choice = Choice(target.style, target.draft)
        if target.finding is not None:
            findings = self._session.view(choice).findings
            if not 0 <= target.finding < len(findings):
                return None
            finding = findings[target.finding]
            return FilePlace(finding.file, max(1, finding.line), max(1, finding.column)) if finding.file else None
        pages = self._session.pages(choice)
        spot = pages.spot_at(target.page, target.x, target.y) if pages else None
        if spot is None:
            return None
        place = spot[0].place(spot[1], spot[1])
        return FilePlace(place.file, place.line, place.column)


async def _in_thread(work: Callable[[], Made]) -> Made:
    try:
        return await run_in_threadpool(work)
    except CommandError:
        raise HTTPException(404) from None


def _choice(query: Mapping[str, str]) -> Choice:
    target = _target(query)
    return Choice(target.style, target.draft)


def _target(query: Mapping[str, str]) -> Target:
    try:
        page, draft = int(query.get("page", "0")), int(query.get("draft", "0"))
        finding = int(query["finding"]) if "finding" in query else None
        x, y = float(query.get("x", "0")), float(query.get("y", "0"))
    except ValueError:
        raise HTTPException(400) from None
    if not 0 <= draft <= MOST_DRAFTS:
        raise HTTPException(404)
    return Target(query.get("style", ""), draft, finding, page, x, y)


def _answer(value: object) -> Response:
    return Response(json.encode(value), media_type="application/json", headers={"cache-control": "no-store"})
