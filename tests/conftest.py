"""What all tests share."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--goldens", action="store_true", help="renew the expected files instead of comparing with them")


@pytest.fixture
def goldens(request: pytest.FixtureRequest) -> bool:
    """Whether expected files are renewed in this run (``make goldens``)."""
    return bool(request.config.getoption("--goldens"))
