"""The server of the preview: on this machine alone, at a free port, in a thread that no program waits for."""

import http.client
import socket
import threading
from collections.abc import Iterator

import pytest
import uvicorn
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from reportgen.live.serving import listen_on, serve

PATIENCE = 60.0


@pytest.mark.parametrize(
    ("port", "free", "taken"),
    [
        (8765, 8765, []),
        (8765, 8767, [8765, 8766]),
        (8765, 8784, [*range(8765, 8784)]),
        (8765, 8785, [*range(8765, 8785)]),  # twenty ports are enough
        (65534, 65536, [65534, 65535]),  # there are no others
    ],
)
def test_the_next_free_port_is_taken(monkeypatch: pytest.MonkeyPatch, port: int, free: int, taken: list[int]) -> None:
    """After twenty, or the last there is, any."""
    tried: list[tuple[str, int]] = []
    given = object()

    def create_server(address: tuple[str, int]) -> object:
        if address[1] not in (0, free):
            tried.append(address)
            raise OSError
        tried.append(address)
        return given

    monkeypatch.setattr(socket, "create_server", create_server)
    assert listen_on(port) is given
    last = free if len(taken) < 20 and free < 65536 else 0
    assert tried == [("127.0.0.1", number) for number in (*taken, last)]


@pytest.fixture
def servers(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[uvicorn.Server]]:
    """The servers that a test starts; they end with it, and their threads."""
    started: list[uvicorn.Server] = []

    class Kept(uvicorn.Server):
        def __init__(self, config: uvicorn.Config) -> None:
            super().__init__(config)
            started.append(self)

    monkeypatch.setattr(uvicorn, "Server", Kept)
    yield started
    for server in started:
        server.should_exit = True
    for thread in preview_threads():
        thread.join(PATIENCE)
    assert preview_threads() == []


def preview_threads() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == "preview"]


@pytest.mark.slow
def test_it_answers_in_a_thread_that_keeps_no_program_from_ending(
    servers: list[uvicorn.Server], capfd: pytest.CaptureFixture[str]
) -> None:
    """It does not say what it is made with, opens no second way in, and prints nothing."""
    kinds: list[str] = []

    async def application(scope: Scope, receive: Receive, send: Send) -> None:
        kinds.append(scope["type"])
        await Response("报告")(scope, receive, send)

    listening = listen_on(0)
    serve(application, listening)
    assert len(servers) == 1
    (thread,) = preview_threads()
    assert thread.daemon
    connection = http.client.HTTPConnection("127.0.0.1", listening.getsockname()[1], timeout=PATIENCE)
    upgrade = {
        "Connection": "Upgrade",
        "Upgrade": "websocket",
        "Sec-WebSocket-Key": "a2V5",
        "Sec-WebSocket-Version": "13",
    }
    for headers in ({}, upgrade):
        connection.request("GET", "/", headers=headers)
        answer = connection.getresponse()
        assert (answer.status, answer.headers["server"], answer.read().decode()) == (200, None, "报告")
    connection.close()
    assert kinds == ["http", "http"]
    assert capfd.readouterr() == ("", "")
