"""Single wrong lines for a program that is right: what a slip of the hand does to a comparison, a number, a step.

Every slip is one replacement in one line of a module. Annotations, docstrings and fixed words are left alone.
"""

import ast
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

_COMPARISONS: dict[type[ast.cmpop], tuple[str, str]] = {
    ast.Lt: ("<", "<="),
    ast.LtE: ("<=", "<"),
    ast.Gt: (">", ">="),
    ast.GtE: (">=", ">"),
    ast.Eq: ("==", "!="),
    ast.NotEq: ("!=", "=="),
    ast.In: ("in", "not in"),
    ast.NotIn: ("not in", "in"),
    ast.Is: ("is", "is not"),
    ast.IsNot: ("is not", "is"),
}
_ARITHMETIC: dict[type[ast.operator], tuple[str, str]] = {
    ast.Add: ("+", "-"),
    ast.Sub: ("-", "+"),
    ast.Mult: ("*", "/"),
    ast.Div: ("/", "*"),
    ast.FloorDiv: ("//", "/"),
}
_LARGE = 100
"""Of a limit from here on, one more changes nothing that anyone would see; a zero too many does."""

_NAMES = {
    "min": "max",
    "max": "min",
    "any": "all",
    "all": "any",
    "startswith": "endswith",
    "endswith": "startswith",
    "removeprefix": "removesuffix",
    "lstrip": "rstrip",
    "rstrip": "lstrip",
}


class Slip(NamedTuple):
    """One wrong line: the module, the line's number, the line before and after, and the kind of the slip."""

    path: Path
    line: int
    before: str
    after: str
    kind: str

    def applied(self, text: str) -> str:
        """The text of the module with the wrong line in it."""
        lines = text.split("\n")
        lines[self.line - 1] = self.after
        return "\n".join(lines)


def slips(path: Path, text: str, words: Mapping[str, str]) -> list[Slip]:
    """Every slip for a module; ``words`` gives for a name of a closed list, such as a block role, its neighbour."""
    lines = text.split("\n")
    found = []
    tree = ast.parse(text)
    needless = {
        id(each) for loop in ast.walk(tree) if isinstance(loop, ast.For | ast.While) for each in _last(loop.body)
    }
    for node in _code(tree):
        if isinstance(node, ast.Continue) and id(node) in needless:
            continue
        for kind, start, end, new in _replacements(node, words):
            if start[0] != end[0]:
                continue
            before = lines[start[0] - 1]
            raw = before.encode()
            after = (raw[: start[1]] + new(raw[start[1] : end[1]].decode()).encode() + raw[end[1] :]).decode()
            slip = Slip(path, start[0], before, after, kind)
            if after != before:
                found.append(slip)
    return list(dict.fromkeys(found))


def _last(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    """What a body may end with: its last statement, and in that the last of each branch."""
    yield body[-1]
    match body[-1]:
        case ast.If(body=inside, orelse=otherwise):
            yield from _last(inside)
            yield from _last(otherwise) if otherwise else ()
        case ast.Match(cases=cases):
            for case in cases:
                yield from _last(case.body)
        case ast.Try(body=inside, handlers=handlers, orelse=[], finalbody=[]):
            for each in (inside, *(handler.body for handler in handlers)):
                yield from _last(each)
        case ast.With(body=inside):
            yield from _last(inside)


def neighbours(texts: Iterable[str]) -> dict[str, str]:
    """For each word of a Literal of several words, and each ``Enum.MEMBER``, the one beside it in its list."""
    found: dict[str, str] = {}
    for text in texts:
        for node in ast.walk(ast.parse(text)):
            names = _closed_list(node)
            if len(names) > 1:
                found |= dict(zip(names, names[1:] + names[:1], strict=True))
    return found


def _closed_list(node: ast.AST) -> list[str]:
    """The words of a Literal, or the members of an Enum; none of any other node."""
    match node:
        case ast.Subscript(value=ast.Name(id="Literal"), slice=within):
            constants = [each.value for each in ast.walk(within) if isinstance(each, ast.Constant)]
            return [value for value in constants if isinstance(value, str) and value]
        case ast.ClassDef(name=name, bases=bases, body=body) if any("Enum" in ast.unparse(base) for base in bases):
            targets = [each.targets[0] for each in body if isinstance(each, ast.Assign)]
            return [f"{name}.{each.id}" for each in targets if isinstance(each, ast.Name)]
    return []


_Place = tuple[int, int]
_Replacement = tuple[str, _Place, _Place, Callable[[str], str]]
"""A kind, where it starts and ends (line, byte), and what makes the new text of the old."""


def _replacements(node: ast.AST, words: Mapping[str, str]) -> Iterator[_Replacement]:
    match node:
        case ast.Compare(left=left, ops=[operator], comparators=[right]):
            yield "comparison", _end(left), _start(right), _swapped(*_COMPARISONS[type(operator)])
        case ast.BinOp(left=left, op=operator, right=right) if type(operator) in _ARITHMETIC:
            yield "arithmetic", _end(left), _start(right), _swapped(*_ARITHMETIC[type(operator)])
        case ast.BoolOp(op=operator, values=[*_, left, right]):
            pair = ("and", "or") if isinstance(operator, ast.And) else ("or", "and")
            yield "and-or", _end(left), _start(right), _swapped(*pair)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield "negation", _start(node), _start(operand), _always("")
        case ast.If(test=test) | ast.IfExp(test=test) if not isinstance(test, ast.Compare):
            yield "condition", _start(test), _end(test), "(not ({}))".format
        case ast.Expr(value=ast.Call()) | ast.AugAssign():
            yield "statement", _start(node), _end(node), _always("pass")
        case ast.Continue() | ast.Break():
            yield "statement", _start(node), _end(node), _always("pass")
        case ast.Constant() | ast.Attribute() | ast.Name():
            yield from _names_and_numbers(node, words)


def _names_and_numbers(
    node: ast.Constant | ast.Attribute | ast.Name, words: Mapping[str, str]
) -> Iterator[_Replacement]:
    match node:
        case ast.Constant(value=bool(value)):
            yield "flag", _start(node), _end(node), _always(str(not value))
        case ast.Constant(value=int(value)):
            yield "number", _start(node), _end(node), _always(str(value * 10 if value >= _LARGE else value + 1))
        case ast.Constant(value=float(value)):
            yield "number", _start(node), _end(node), _always(repr(value * 2 + 0.01))
        case ast.Constant(value=str(value)) if value in words:
            yield "word", _start(node), _end(node), _always(f'"{words[value]}"')
        case ast.Attribute(value=ast.Name(id=owner), attr=name) if f"{owner}.{name}" in words:
            yield "word", _start(node), _end(node), _always(words[f"{owner}.{name}"])
        case ast.Attribute(attr=name) if name in _NAMES:
            yield "function", (_end(node)[0], _end(node)[1] - len(name)), _end(node), _always(_NAMES[name])
        case ast.Name(id=name) if name in _NAMES:
            yield "function", _start(node), _end(node), _always(_NAMES[name])


def _code(tree: ast.AST) -> Iterator[ast.AST]:
    """The nodes that do something when the program runs: no annotations, types, docstrings, exports."""
    for child in ast.iter_child_nodes(tree):
        match child:
            case ast.AnnAssign(value=value):
                if value is not None:
                    yield from _code(ast.Expression(value))
                continue
            case ast.Assign(value=ast.Subscript(value=ast.Name(id="Literal"))):
                continue
            case ast.Assign(targets=[ast.Name(id="__all__")]) | ast.arg() | ast.JoinedStr() | ast.Import():
                continue
            case ast.ImportFrom() | ast.keyword(arg="strict" | "frozen" | "kw_only" | "show_default"):
                continue
            case ast.Expr(value=ast.Constant(value=str()) | ast.Call(func=ast.Name(id="assert_never"))):
                continue
            case ast.If(test=ast.Name(id="TYPE_CHECKING")):
                continue
        if child is not getattr(tree, "returns", None):
            yield child
            yield from _code(child)


def _start(node: ast.expr | ast.stmt) -> _Place:
    return node.lineno, node.col_offset


def _end(node: ast.expr | ast.stmt) -> _Place:
    return node.end_lineno or node.lineno, node.end_col_offset or node.col_offset


def _swapped(old: str, new: str) -> Callable[[str], str]:
    return lambda text: text.replace(old, new, 1)


def _always(new: str) -> Callable[[str], str]:
    return lambda _: new
