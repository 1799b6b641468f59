"""``reportgen fonts``."""

from collections.abc import Iterator
from pathlib import Path

from reportgen.cli.console import Console, exit_status
from reportgen.cli.options import font_folders, open_workspace, parse_years
from reportgen.diagnostics import PERMISSIONS
from reportgen.fonts import Face
from reportgen.fonts.describing import describe
from reportgen.style import FaceChoice
from reportgen.text.characters import code_point
from reportgen.workflows.build import CheckOptions, FontUse, fonts_of
from reportgen.writers.text_tables import aligned


def run_fonts(console: Console, year: str | None, style: str, places: str, root: Path | None) -> int:
    """Lists the faces of a style sheet; with a year, also the characters of its report that other faces lend."""
    wanted = parse_years([year])[0] if year else None
    use = fonts_of(open_workspace(root), wanted, CheckOptions(style, draft=True), font_folders(places))
    listed = [_listed(role, kind, choices, face, use) for role, kind, choices, face in _rows(use)]
    if listed:
        for line in aligned([console.texts.fonts_head, *(_cells(console, each) for each in listed)]):
            console.say(line)
    for line in _lent(console, wanted, use):
        console.say(line)
    console.findings(use.found, use.lines)
    characters = [
        {
            "role": role,
            "character": character,
            "code_point": code_point(character),
            "face": face.name if face else None,
        }
        for (role, character), face in use.lent.items()
    ]
    found = console.findings_as_json(use.found)
    console.result({"fonts": listed, "characters": characters, "diagnostics": found})
    return exit_status(use.found)


def _rows(use: FontUse) -> Iterator[tuple[str, str, tuple[FaceChoice, ...], Face]]:
    """Role, kind of text, the faces named for it and the one that prints it."""
    if use.sheet is None or use.book is None:
        return
    for role, font in use.sheet.style.fonts.items():
        if role not in use.book.roles:
            continue
        yield role, "han", font.faces, use.book.roles[role]
        if role in use.book.latin:
            yield role, "latin", font.latin, use.book.latin[role]
        if role in use.book.figures:
            yield role, "figures", font.figures, use.book.figures[role]


def _listed(role: str, kind: str, choices: tuple[FaceChoice, ...], face: Face, use: FontUse) -> dict[str, object]:
    """One row for programs."""
    told = describe(face)
    assert use.sheet is not None
    font = use.sheet.style.fonts[role]
    return {
        "role": role,
        "text": kind,
        "wanted": [str(choice) for choice in choices],
        "face": face.name,
        "file": face.file.shown,
        "path": str(face.path),
        "index": face.file.index,
        "bundled": face.file.trusted,
        "weight": told.weight,
        "kind": told.kind,
        "variable": told.variable,
        "embedding": told.embedding,
        "licence": told.licence,
        "word": font.word if kind == "han" else font.word_latin,
    }


def _cells(console: Console, row: dict[str, object]) -> tuple[str, ...]:
    """One row for people."""
    texts = console.texts
    wanted = row["wanted"]
    assert isinstance(wanted, list)
    permission = PERMISSIONS[str(row["embedding"])]
    return (
        f"{row['role']}{texts.fonts_kinds[str(row['text'])]}",
        str(wanted[0]),
        str(row["face"]),
        f"{row['file']}{texts.fonts_bundled if row['bundled'] else ''}",
        str(row["weight"]),
        f"{row['kind']}{texts.fonts_variable if row['variable'] else ''}",
        permission.zh if console.language == "zh" else permission.en,
        str(row["licence"]) or "–",
        str(row["word"]),
    )


def _lent(console: Console, year: int | None, use: FontUse) -> Iterator[str]:
    """Which face prints the characters of a report that the wanted one lacks, a line for each role and face."""
    if year is None or not use.composed:
        return
    if not use.lent:
        yield f"\n{console.texts.fonts_all_there.format(year=year)}"
        return
    groups: dict[tuple[str, str | None], list[str]] = {}
    for (role, character), face in sorted(use.lent.items(), key=lambda item: item[0]):
        groups.setdefault((role, face.name if face else None), []).append(f"{character} {code_point(character)}")
    yield f"\n{console.texts.fonts_lent.format(year=year)}"
    for (role, name), characters in groups.items():
        yield f"  {role}  {'  '.join(characters)}  → {name or console.texts.fonts_nowhere}"
