"""What ``fonts`` prints: the fonts of a style, and the characters that others print in their place."""

from collections.abc import Iterator

from reportgen.cli import messages
from reportgen.cli.console import Console, exit_status
from reportgen.diagnostics import PERMISSIONS
from reportgen.fonts import Face
from reportgen.fonts.describing import describe
from reportgen.style import FaceChoice, bold_role
from reportgen.text.characters import code_point
from reportgen.workflows.fonts import FontUse
from reportgen.writers.text_tables import aligned


def print_fonts(console: Console, year: int | None, use: FontUse) -> int:
    """Prints the fonts of a style and, with a year, what its report needs of others; returns the exit status."""
    listed = [_listed(role, kind, choices, face, use) for role, kind, choices, face in _rows(use)]
    if listed:
        head = tuple(console.text(each) for each in messages.FONT_COLUMNS)
        for line in aligned([head, *(_cells(console, each) for each in listed)]):
            console.line(line)
    for line in _substitutes(console, year, use):
        console.line(line)
    console.report(use.findings)
    characters = [
        {
            "role": role,
            "character": character,
            "code_point": code_point(character),
            "face": face.name if face else None,
        }
        for (role, character), face in use.lent.items()
    ]
    found = console.diagnostics_as_json(use.findings)
    console.result({"fonts": listed, "characters": characters, "diagnostics": found})
    return exit_status(use.findings)


def _rows(use: FontUse) -> Iterator[tuple[str, str, tuple[FaceChoice, ...], Face]]:
    """Role, kind of text, the faces named for it and the one that prints it."""
    if use.sheet is None or use.book is None:
        return
    for role, font in use.sheet.style.fonts.items():
        if role not in use.book.roles:
            continue
        yield role, "han", font.faces, use.book.roles[role]
        if bold_role(role) in use.book.roles:
            yield role, "bold", font.faces, use.book.roles[bold_role(role)]
        if role in use.book.latin:
            yield role, "latin", font.latin, use.book.latin[role]
        if role in use.book.figures:
            yield role, "figures", font.figures, use.book.figures[role]


def _listed(role: str, kind: str, choices: tuple[FaceChoice, ...], face: Face, use: FontUse) -> dict[str, object]:
    """One row for programs."""
    described = describe(face)
    assert use.sheet is not None
    font = use.sheet.style.fonts[role]
    return {
        "role": role,
        "text": kind,
        "wanted": [str(choice) for choice in choices],
        "face": face.name,
        "file": face.file.shown,
        "path": str(face.file.content.path),
        "index": face.file.index,
        "bundled": face.file.trusted,
        "weight": described.weight,
        "kind": described.kind,
        "variable": described.variable,
        "embedding": described.embedding,
        "licence": described.licence,
        "word": font.word if kind in ("han", "bold") else font.word_latin,
    }


def _cells(console: Console, row: dict[str, object]) -> tuple[str, ...]:
    """One row for people."""
    names = row["wanted"]
    assert isinstance(names, list)
    return (
        f"{row['role']}{console.text(messages.SCRIPTS[str(row['text'])])}",
        str(names[0]),
        str(row["face"]),
        f"{row['file']}{console.text(messages.BUNDLED_FILE) if row['bundled'] else ''}",
        str(row["weight"]),
        f"{row['kind']}{console.text(messages.VARIABLE) if row['variable'] else ''}",
        console.text(PERMISSIONS[str(row["embedding"])]),
        str(row["licence"]) or "–",
        str(row["word"]),
    )


def _substitutes(console: Console, year: int | None, use: FontUse) -> Iterator[str]:
    """Which face prints the characters that the preferred one lacks: a line for each role and face."""
    if year is None or not use.composed:
        return
    if not use.lent:
        yield f"\n{console.text(messages.ALL_CHARACTERS, year=year)}"
        return
    groups: dict[tuple[str, str | None], list[str]] = {}
    for (role, character), face in sorted(use.lent.items(), key=lambda item: item[0]):
        groups.setdefault((role, face.name if face else None), []).append(f"{character} {code_point(character)}")
    yield f"\n{console.text(messages.SUBSTITUTES, year=year)}"
    for (role, name), characters in groups.items():
        yield f"  {role}  {'  '.join(characters)}  → {name or console.text(messages.NO_FONT)}"
