"""What all tests share."""

from __future__ import annotations

import gc
import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from tests.goldens import Goldens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

# No example has a deadline: a busy machine is not a defect, and whole reports take long to draw. CI tries the same
# examples every time, and prints what reproduces a failure; elsewhere every run tries others.
settings.register_profile(
    "default", deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], print_blob=True
)
settings.register_profile("ci", settings.get_profile("default"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "default")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--mutants", type=int, default=500, help="how many damaged files tests/test_fuzz.py tries")
    parser.addoption("--kills", type=int, default=16, help="how many builds tests/hostile kills at random moments")
    parser.addoption("--goldens", action="store_true", help="renew the expected files instead of comparing with them")


@pytest.fixture
def goldens(request: pytest.FixtureRequest) -> Goldens:
    """The expected files of a test, compared with or, in ``make goldens``, renewed."""
    return Goldens(request.node.nodeid, renew=request.config.getoption("--goldens"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real browser, the same for all tests of a process."""
    from tests.browsers import open_browser

    with open_browser() as opened:
        yield opened


def pytest_collection_finish() -> None:
    """What was imported and collected stays for the whole run; no collection of garbage need look through it again."""
    gc.collect()
    gc.freeze()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Only tests with expected files run when these are renewed."""
    if config.getoption("--goldens"):
        others = [item for item in items if "goldens" not in getattr(item, "fixturenames", ())]
        config.hook.pytest_deselected(items=others)
        items[:] = [item for item in items if item not in set(others)]
