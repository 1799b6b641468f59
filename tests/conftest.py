"""What all tests share."""

import os

import pytest
from hypothesis import HealthCheck, settings

# No example has a deadline: a busy machine is no defect, and whole reports take long to draw. CI tries the same
# examples every time, and prints what reproduces a failure; elsewhere every run tries others.
settings.register_profile(
    "default", deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], print_blob=True
)
settings.register_profile("ci", settings.get_profile("default"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "default")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--mutants", type=int, default=500, help="how many damaged files tests/test_fuzz.py tries")
    parser.addoption("--goldens", action="store_true", help="renew the expected files instead of comparing with them")


@pytest.fixture
def goldens(request: pytest.FixtureRequest) -> bool:
    """Whether expected files are renewed in this run (``make goldens``)."""
    return bool(request.config.getoption("--goldens"))
