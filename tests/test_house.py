"""The size of things: what CONTRIBUTING.md asks of every function and module."""

import ast

import pytest

from tests.support import ROOT

_LONGEST_FUNCTION = 40
_LONGEST_MODULE = 400
_MODULES = sorted(path for room in ("src", "tests", "tools", "benchmarks") for path in (ROOT / room).rglob("*.py"))


@pytest.mark.slow
def test_functions_and_modules_are_small() -> None:
    too_long = []
    for path in _MODULES:
        name, text = path.relative_to(ROOT).as_posix(), path.read_text("utf-8")
        if text.count("\n") > _LONGEST_MODULE:
            too_long.append(f"{name}: {text.count(chr(10))} lines; split it")
        too_long += [f"{name}:{line} {function}: {lines} lines" for function, line, lines in _long_functions(text)]
    assert too_long == []


def _long_functions(text: str) -> list[tuple[str, int, int]]:
    functions = [
        node for node in ast.walk(ast.parse(text)) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
    ]
    sizes = [(each.name, each.lineno, (each.end_lineno or each.lineno) - each.lineno + 1) for each in functions]
    return [each for each in sizes if each[2] > _LONGEST_FUNCTION]


def test_a_function_is_long_from_its_first_line_to_its_last() -> None:
    lines = "\n".join(["    pass"] * _LONGEST_FUNCTION)
    assert _long_functions(f"def fits():\n{lines[9:]}\ndef long():\n{lines}\n") == [
        ("long", _LONGEST_FUNCTION + 1, _LONGEST_FUNCTION + 1)
    ]
