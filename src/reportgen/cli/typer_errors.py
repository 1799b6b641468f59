"""Typer's exceptions, of which it exports one: it has its own copy of Click from 0.26 on, the package before."""

from importlib import import_module
from typing import Any

import typer

TYPER_ERRORS: Any = import_module(typer.BadParameter.__module__)
"""The module that holds ``UsageError`` and the kinds of it."""
