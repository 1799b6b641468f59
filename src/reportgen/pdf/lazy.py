"""Imports that wait until something of the module is used, and those that find nothing."""

import sys
from importlib.util import LazyLoader, find_spec, module_from_spec
from types import ModuleType


def defer_import(name: str) -> None:
    """Lets later imports of a module succeed at once; it is loaded at the first use of anything in it.

    Does nothing where the module has been imported already or is not there.
    """
    if name in sys.modules:
        return
    spec = find_spec(name)
    if spec is None or spec.loader is None:
        return
    loader = LazyLoader(spec.loader)
    spec.loader = loader
    module = module_from_spec(spec)
    sys.modules[name] = module
    loader.exec_module(module)
    package, _, child = name.rpartition(".")
    if package:
        # Without the attribute, `from package import child` looks into the module, and that loads it.
        setattr(sys.modules[package], child, module)


def stand_in(name: str) -> None:
    """Lets later imports of a module find an empty one, wherever there is one by its name."""
    sys.modules[name] = ModuleType(name)
