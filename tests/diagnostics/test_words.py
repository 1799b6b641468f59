"""Whoever makes a finding gives it the words that its sentence and its hints name, wherever in the program that is."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

import reportgen
from reportgen.diagnostics import CODES, HINTS
from tests.diagnostics.test_codes import _words

PACKAGE = Path(next(iter(reportgen.__path__)))


class Made(NamedTuple):
    """A finding as it is made: where, its code, the words it is given and the hints that are written beside it."""

    where: str
    code: str
    words: frozenset[str]
    hints: frozenset[str]

    @property
    def missing(self) -> set[str]:
        """The words that its sentence or a hint names and that it is not given."""
        sentences = [CODES[self.code].wording, *(HINTS[each] for each in {*self.hints, *CODES[self.code].hints})]
        return {word for each in sentences for word in _words(each.en)} - self.words


def made_findings() -> list[Made]:
    """All findings whose words are written out where they are made, or a line above."""
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        scopes = [each for each in ast.walk(tree) if isinstance(each, ast.FunctionDef)]
        for scope in scopes:
            named = dict(_named_words(scope))
            for node in ast.walk(scope):
                made = _made(node, named, f"{path.relative_to(PACKAGE).as_posix()}:{getattr(node, 'lineno', 0)}")
                found += [made] if made else []
    return found


def _named_words(scope: ast.AST) -> Iterator[tuple[str, frozenset[str] | None]]:
    """The dicts of words that have a name in a function; None for one that is more than is written out."""
    for node in ast.walk(scope):
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Dict() as words):
                yield name, _keys(words)
            case ast.Assign(targets=[ast.Subscript(value=ast.Name(id=name))]) | ast.AugAssign(target=ast.Name(id=name)):
                yield name, None


def _made(node: ast.AST, named: dict[str, frozenset[str] | None], where: str) -> Made | None:
    match node:
        case ast.Call(func=ast.Name(id="Diagnostic"), args=[ast.Constant(value=str(code)), _, *rest]) if rest:
            words = named.get(rest[0].id) if isinstance(rest[0], ast.Name) else _keys(rest[0])
            return None if words is None else Made(where, code, words, _hints(rest[1:2]))
        case ast.Call(
            func=ast.Attribute(attr="report" | "_report"),
            args=[ast.Constant(value=str(code)), *rest],
            keywords=keywords,
        ):
            given = {each.arg for each in keywords}
            words = frozenset(each for each in given if each is not None)
            return None if None in given else Made(where, code, words, _hints(rest))
    return None


def _keys(words: ast.expr) -> frozenset[str] | None:
    """The keys of a dict that is written out; None where it takes others in."""
    if not isinstance(words, ast.Dict):
        return None
    keys = [each.value for each in words.keys if isinstance(each, ast.Constant) and isinstance(each.value, str)]
    return frozenset(keys) if len(keys) == len(words.keys) else None


def _hints(arguments: list[ast.expr]) -> frozenset[str]:
    texts = (each.value for argument in arguments for each in ast.walk(argument) if isinstance(each, ast.Constant))
    return frozenset(each for each in texts if isinstance(each, str) and each in HINTS)


@pytest.mark.slow
def test_every_finding_has_the_words_of_its_sentence_and_its_hints() -> None:
    made = made_findings()
    assert len(made) > 150
    assert [f"{each.where} {each.code} lacks {sorted(each.missing)}" for each in made if each.missing] == []
