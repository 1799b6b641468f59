"""What all tests share."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--mutants", type=int, default=500, help="how many damaged files tests/test_fuzz.py tries")
    parser.addoption("--goldens", action="store_true", help="renew the expected files instead of comparing with them")


@pytest.fixture
def goldens(request: pytest.FixtureRequest) -> bool:
    """Whether expected files are renewed in this run (``make goldens``)."""
    return bool(request.config.getoption("--goldens"))
