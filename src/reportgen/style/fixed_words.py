"""Checks of the fixed words of a style sheet: their placeholders are known, and furniture has one line."""

import re
from collections.abc import Iterator

from reportgen.diagnostics import Diagnostic, FieldPath
from reportgen.report import YEAR_NAMES, Aspect, Reference, Unclosed, parse_text
from reportgen.source import Node, find
from reportgen.style.sheet_types import StyleSheet
from reportgen.text.characters import LINE_SEPARATOR

_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
_OWN_TEXT = "{}"
_ON_PAGES = ("{page}", "{title}", "{short_title}", "{part}", "{hash}")
_IN_DRAFTS = ("{title}", "{hash}", "{draft}")


def check_words(sheet: StyleSheet, root: Node) -> Iterator[Diagnostic]:
    """Reports wrong placeholders, line ends in texts of one line, and wrong references in titles."""
    path: FieldPath
    for path, text, known in _of_one_line(sheet):
        yield from _unknown(path, text, known, root)
        if LINE_SEPARATOR in text or "\n" in text:
            yield Diagnostic("words-of-one-line", find(root, path).place(path))
    for path, text in _filled(sheet):
        if path[0] != "speech":
            yield from _unknown(path, text, (_OWN_TEXT,), root)
        if text.count(_OWN_TEXT) != 1:
            yield Diagnostic("placeholder-missing", find(root, path).place(path), {"text": text})
    for path, title in _titles(sheet):
        yield from _references(path, title, root)


def _filled(sheet: StyleSheet) -> Iterator[tuple[FieldPath, str]]:
    """The texts with a place for a text of the report."""
    yield from ((("cover", index, "text"), line.text) for index, line in enumerate(sheet.cover))
    yield from ((("colophon", index, "text"), line.text) for index, line in enumerate(sheet.colophon))
    annexes = ((key, style.annex) for key, style in sheet.appendices.items())
    yield from (((key, "annex", "note"), annex.note) for key, annex in annexes if annex)
    if sheet.speech:
        yield ("speech", "minutes"), sheet.speech.minutes


def _of_one_line(sheet: StyleSheet) -> Iterator[tuple[FieldPath, str, tuple[str, ...]]]:
    """The texts around pages and beside lines, each with its placeholders."""
    if sheet.speech:
        yield ("speech", "minutes"), sheet.speech.minutes, (_OWN_TEXT,)
    for name, furniture in (("header", sheet.header), ("footer", sheet.footer)):
        if furniture:
            yield (name, "text"), furniture.text, _ON_PAGES
            yield (name, "left_text"), furniture.left_text or "", _ON_PAGES
    if sheet.draft:
        yield ("draft", "mark", "text"), sheet.draft.mark.text, ("{page}", *_IN_DRAFTS)
        yield ("draft", "watermark"), sheet.draft.watermark, _IN_DRAFTS


def _unknown(path: FieldPath, text: str, known: tuple[str, ...], root: Node) -> Iterator[Diagnostic]:
    for placeholder in _PLACEHOLDER.findall(text):
        if placeholder not in known:
            words = {"text": placeholder, "known": " ".join(known)}
            yield Diagnostic("placeholder-unknown", find(root, path).place(path), words, ("known-names",))


def _titles(sheet: StyleSheet) -> Iterator[tuple[FieldPath, str]]:
    """The titles in which references are read."""
    for name, titled in (("cards", sheet.cards), ("metrics", sheet.metrics), ("glossary", sheet.glossary)):
        if titled:
            yield (name, "title"), titled.title
    if sheet.cover_ground:
        yield ("cover_ground", "mark"), sheet.cover_ground.mark
    for key, style in sheet.appendices.items():
        if style.annex:
            yield (key, "annex", "label"), style.annex.label
            yield (key, "annex", "note"), style.annex.note


def _references(path: FieldPath, text: str, root: Node) -> Iterator[Diagnostic]:
    """Reports references to anything but the year: a style sheet knows no metrics."""
    for piece in parse_text(text):
        place = find(root, path).place(path)
        if isinstance(piece, Unclosed):
            yield Diagnostic("reference-unclosed", place, {}, ("print-bracket",))
        elif isinstance(piece, Reference) and not (piece.name in YEAR_NAMES and piece.aspect is Aspect.PRINTED):
            words = {"text": text[piece.start : piece.end], "known": " ".join(f"【{year}】" for year in YEAR_NAMES)}
            yield Diagnostic("reference-not-year", place, words, ("known-names",))
