"""Serves the page on this machine alone, in a thread beside the builds."""

import socket
import threading
from contextlib import suppress

import uvicorn
from starlette.types import ASGIApp

_LOOPBACK = "127.0.0.1"

_TRIES = 20
"""Ports that are tried, one after another."""


def listen_on(port: int) -> socket.socket:
    """A socket of this machine alone, at a port or the next one that is free, after some at any.

    Raises:
        OSError: the machine lets nobody listen.

    """
    for number in range(port, min(port + _TRIES, 65536)):
        with suppress(OSError):
            return socket.create_server((_LOOPBACK, number))
    return socket.create_server((_LOOPBACK, 0))


def serve(app: ASGIApp, listening: socket.socket) -> None:
    """Serves an application from now on, until the program ends."""
    config = uvicorn.Config(
        app, log_level="critical", lifespan="off", ws="none", server_header=False, loop="asyncio", http="h11"
    )
    server = uvicorn.Server(config)
    threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True, name="preview").start()
