"""The process that draws: what it takes and gives, and the limits it sets itself."""

import runpy
import sys
import threading
from collections.abc import Callable
from io import BytesIO, TextIOWrapper

import pytest
from PIL import Image

from reportgen.pictures import resvg

RED = '<rect width="1in" height="1in" fill="#ff0000"/>'
LEFT_HALF = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 192 96">{RED}</svg>'


class _Awaited(threading.Thread):
    """A thread that ends before its start returns."""

    def start(self) -> None:
        super().start()
        self.join()


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], bytes]:
    """Runs the program in this process: what it prints for a drawing of 20 by 10 pixels."""

    def run(svg: str) -> bytes:
        printed = BytesIO()
        monkeypatch.setattr(sys, "argv", [resvg.__file__, "20", "10"])
        monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(svg.encode()), "ascii"))
        monkeypatch.setattr(sys, "stdout", TextIOWrapper(printed, "ascii"))
        monkeypatch.setattr(threading, "Thread", _Awaited)
        runpy.run_path(resvg.__file__, run_name="__main__")
        sys.stdout.flush()
        return printed.getvalue()

    return run


@pytest.fixture
def limits(monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    """The limits that are set, by their names; none is in force."""
    resource = pytest.importorskip("resource", reason="Windows sets a process no limits")
    found: dict[str, object] = {}
    names = {getattr(resource, name): name for name in ("RLIMIT_AS", "RLIMIT_CPU")}

    def limit(kind: int, most: tuple[int, int]) -> None:
        found[names[kind]] = most
        raise ValueError("not allowed to exceed maximum limit")

    monkeypatch.setattr(resource, "setrlimit", limit)
    monkeypatch.setattr(threading, "stack_size", lambda size: found.update(stack=size))
    return found


def test_a_drawing_is_printed_as_a_png_of_the_size_asked_for(
    run: Callable[[str], bytes], limits: dict[str, object]
) -> None:
    """An inch of CSS is 96 of its units. A lower limit that the system has already set stays."""
    with Image.open(BytesIO(run(LEFT_HALF))) as image:
        assert (image.format, image.size) == ("PNG", (20, 10))
        assert [image.getpixel((column, 5)) for column in (0, 9, 10, 19)] == [(255, 0, 0, 255)] * 2 + [(0, 0, 0, 0)] * 2
    assert len(limits) == 3


def test_the_process_has_a_gigabyte_a_minute_and_a_stack_for_the_deepest_drawing(
    run: Callable[[str], bytes], limits: dict[str, object]
) -> None:
    """32 levels with a canvas of 16 MB each are half of the memory, and take a sixteenth of the stack."""
    run(LEFT_HALF)
    assert limits == {"RLIMIT_AS": (2**30, 2**30), "RLIMIT_CPU": (60, 60), "stack": 2**24}


def test_of_a_damaged_drawing_nothing_is_printed(run: Callable[[str], bytes], limits: dict[str, object]) -> None:
    assert run("<svg") == b""
    assert limits


def test_a_system_without_limits_draws_too(run: Callable[[str], bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows has no module for them."""
    monkeypatch.setitem(sys.modules, "resource", None)
    monkeypatch.setattr(threading, "stack_size", lambda _: None)
    assert run(LEFT_HALF).startswith(b"\x89PNG")
