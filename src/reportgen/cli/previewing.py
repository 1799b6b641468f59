"""What ``preview`` does between two saves."""

import gc
import os
import subprocess
import time
import webbrowser
from pathlib import Path

from msgspec.structs import replace

from reportgen.cli import messages
from reportgen.cli.console import Console
from reportgen.cli.watching import BuildLog, name_of
from reportgen.live.editors import Editor
from reportgen.live.serving import listen_on, serve
from reportgen.live.session import Session
from reportgen.live.web import Application
from reportgen.workflows.build import Request
from reportgen.workflows.watch import WatchedReport
from reportgen.workspace.preview_address import keep_address, last_address
from reportgen.workspace.programs import installed_program
from reportgen.workspace.watching import stamps_of, wait_for_changes

_SHOWN_FIRST = 0.2
"""Seconds that the page has the program to itself after a save, to fetch what changed, before the files are made."""


def preview_report(console: Console, session: Session, request: Request, editor: str, *, opens_browser: bool) -> int:
    """Serves the page, and builds the files of the style it began with after every save, until the program is ended.

    Raises:
        CommandError: there is no such report or style.

    """
    written = WatchedReport(session.workspace, session.year, request, (session.first.style,))
    log = BuildLog(console, name_of(written))
    address = last_address(session.workspace)
    listening = listen_on(address.port)
    session.refresh()
    own = replace(address, port=listening.getsockname()[1])
    keep_address(session.workspace, own)
    application = Application(session, lambda: Editor(editor, session.files()), _started)
    serve(application.guarded(own.port, own.token), listening)
    if own.port != address.port:
        console.say(messages.PORT_TAKEN, taken=str(address.port), port=str(own.port))
    console.say(messages.PREVIEWING, url=own.url)
    if opens_browser:
        webbrowser.open(own.url)
    gc.freeze()
    gc.enable()  # a page asks for much between two saves
    while True:
        log.build(written)
        gc.collect()
        console.flush()
        sheets = stamps_of(session.workspace.style_paths().values())
        wait_for_changes({**sheets, **written.seen, **session.seen})
        session.refresh()
        time.sleep(_SHOWN_FIRST)


def _started(command: tuple[str, ...]) -> bool:
    """Starts a program of its own windows, and leaves it alone; whether there is one."""
    program, *arguments = command
    found = program if Path(program).is_absolute() else installed_program(program, os.get_exec_path())
    if found is None:
        return False
    nothing = subprocess.DEVNULL
    try:  # chosen on the command line, with a path of our own table
        subprocess.Popen([found, *arguments], stdin=nothing, stdout=nothing, stderr=nothing)  # noqa: S603
    except OSError:
        return False
    return True
