"""What no option asks for is not done, and no result claims what was not set."""

import pkgutil
from collections.abc import Iterator
from importlib import import_module

import pytest
from msgspec import Struct

import reportgen.workflows as room
from reportgen.writers.formats import DEFAULT_FORMATS

ON = {
    "Request.formats": DEFAULT_FORMATS,
    "FormatOptions.write": True,  # fmt writes, and --check keeps it from that
    "_Pages.back_is_last": True,  # of a PDF of anybody's
}
"""What is done unless something else is asked for."""


def structs() -> Iterator[type[Struct]]:
    """All types of the room, in the modules that make them."""
    for found in pkgutil.iter_modules(room.__path__, f"{room.__name__}."):
        for each in vars(import_module(found.name)).values():
            if isinstance(each, type) and issubclass(each, Struct) and each.__module__ == found.name:
                yield each


@pytest.mark.parametrize("struct", [*structs()], ids=lambda struct: struct.__name__)
def test_defaults_are_empty(struct: type[Struct]) -> None:
    defaults = struct.__struct_defaults__
    for field, default in zip(struct.__struct_fields__[-len(defaults) :] if defaults else (), defaults, strict=True):
        if isinstance(default, Struct):
            assert default == type(default)()
        else:
            name = f"{struct.__name__}.{field}"
            value = default.factory() if hasattr(default, "factory") else default
            assert (value or None) == ON.get(name), name
