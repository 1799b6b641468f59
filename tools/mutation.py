"""Puts single wrong lines into the program and runs the tests of their rooms (``make mutation``).

Each line is tried alone, on a copy of the checkout. Lines are chosen by a seed, as many a room as it is large, of every
kind that ``wrong_lines.py`` knows; the same checkout and seed give the same lines. Ends with 1 where the tests of the
rooms catch less than ``--least`` per cent.
"""

import argparse
import os
import queue
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import zip_longest
from pathlib import Path
from random import Random
from typing import NamedTuple

from tools.wrong_lines import Slip, neighbours, slips

ROOT = Path(__file__).parent.parent
PACKAGE = Path("src") / "reportgen"
COPIED = (
    "benchmarks",
    "data",
    "docs",
    "src",
    "styles",
    "tests",
    "tools",
    "pyproject.toml",
    "README.md",
    "README.zh.md",
)
"""What the tests need of the checkout."""

LONGEST = 2400
"""Seconds after which tests that do not end are taken to have failed."""

TESTS = {
    "cli": ("cli", "compare/test_cases.py", "diagnostics/test_words.py", "hostile/test_streams.py", "test_git.py"),
    "compare": ("compare",),
    "diagnostics": ("diagnostics", "test_total_tables.py", "cli/test_pages.py"),
    "document": (
        "document",
        "cases",
        "compare/test_cases.py",
        "docx/test_docx_goldens.py",
        "layout/test_chart.py",
        "layout/test_contents.py",
        "layout/test_layout_goldens.py",
        "layout/test_side_column.py",
        "layout/test_signature.py",
        "looks/test_looks.py",
        "test_cards.py",
        "test_handout.py",
        "test_plan.py",
        "test_seed.py",
        "test_speech.py",
        "test_task_rows.py",
        "test_total_tables.py",
        "workflows/test_checkers_comments.py",
        "workflows/test_verify.py",
        "writers/test_goldens.py",
    ),
    "docx": ("docx", "looks/test_looks.py", "test_draft.py", "test_twins.py", "workflows/test_checkers_comments.py"),
    "fonts": ("fonts",),
    "formatting": ("formatting", "test_git.py", "test_new.py"),
    "html": ("html", "writers/test_goldens.py"),
    "layout": (
        "docx/test_paging.py",
        "layout",
        "looks/test_looks.py",
        "test_cards.py",
        "test_draft.py",
        "test_handout.py",
        "test_plan.py",
        "test_speech.py",
    ),
    "live": ("live", "cli/test_watch.py"),
    "manuscript": ("manuscript", "cli/test_absorb.py", "hostile/test_archives.py"),
    "markdown": ("markdown", "writers/test_goldens.py"),
    "memory": ("memory", "cli/test_watch.py"),
    "pdf": ("pdf", "looks/test_looks.py", "test_draft.py", "test_twins.py"),
    "pictures": ("pictures", "looks", "hostile/test_drawings.py"),
    "press": ("press", "cli/test_print.py"),
    "report": (
        "report",
        "cases",
        "compare/test_comparing.py",
        "diagnostics/test_examples.py",
        "diagnostics/test_words.py",
        "test_new.py",
    ),
    "rules": ("rules", "cases", "diagnostics/test_examples.py"),
    "source": (
        "source",
        "cases",
        "diagnostics/test_examples.py",
        "diagnostics/test_words.py",
        "report/test_schema.py",
        "style/test_sheet_schema.py",
        "test_fuzz.py",
    ),
    "style": (
        "style",
        "looks",
        "diagnostics/test_words.py",
        "docx/test_docx_goldens.py",
        "layout/test_layout_goldens.py",
    ),
    "text": ("text", "layout/test_titles.py"),
    "workflows": (
        "workflows",
        "cli",
        "diagnostics/test_words.py",
        "manuscript",
        "test_git.py",
        "test_new.py",
        "test_gallery.py",
    ),
    "workspace": ("workspace", "workflows", "cli", "diagnostics/test_words.py", "test_git.py", "hostile"),
    "writers": ("writers", "workflows"),
}
"""The tests of each room, below ``tests/``: its folder, and what of the whole is about it.

What a room does that shows in the output of another is tested there: a sheet fitted by ``document`` in the goldens of
layouts and Word files, covers and their logos in ``looks``, the words at whose ends titles break in ``layout``, the
archives that ``manuscript`` refuses in ``hostile``. A workflow is what a command does, so ``cli`` tests it too. The
words that each room gives its findings are compared with the sentences in ``diagnostics``.
"""

UNCHANGED: dict[tuple[str, str], str] = {
    (
        "src/reportgen/writers/spreadsheet.py",
        'book = Workbook(content, {"in_memory": False})',
    ): "the same bytes, kept in a file in the meantime",
    (
        "src/reportgen/compare/comparing.py",
        "origins = [places.get(self._back.get(each.entry.path, ()), -2) for each in new]",
    ): "whatever is below nought has no place in the list",
    (
        "src/reportgen/compare/comparing.py",
        "while index in steady and removed and removed[0] <= origins[index]:",
    ): "an entry that is gone was not where one was that stays",
    (
        "src/reportgen/writers/side_process.py",
        "os._exit(1)",
    ): "nobody asks how a copy of the process ended",
    (
        "src/reportgen/docx/chart_parts.py",
        'book = Workbook(content, {"in_memory": False})',
    ): "the same bytes, kept in a file in the meantime",
    (
        "src/reportgen/compare/comparing.py",
        "if not (isinstance(before, tuple) or isinstance(after, tuple)):",
    ): "a field is a list in both reports, or in neither",
    (
        "src/reportgen/memory/memory.py",
        "self._build = 1",
    ): "only how many builds lie between two of them counts",
    (
        "src/reportgen/document/table_columns.py",
        "if sum(natural) < across:",
    ): "columns that just fill the type area have their own widths either way",
    (
        "src/reportgen/document/plot.py",
        "points = tuple(Point(x, y, labelled=False, below=True) for x, y in zip(middles, heights, strict=True))",
    ): "a number that is not there is on neither side",
    (
        "src/reportgen/document/ordinal_counts.py",
        "self._restarts[series] = self._restarts.get(series, 0) + 2",
    ): "a series that begins again has another name than before, whatever the number in it",
    (
        "src/reportgen/report/figures.py",
        "if then <= year and not number.pending:",
    ): "the number of the year itself replaces its history a line below",
    (
        "src/reportgen/report/figures.py",
        "reported = {each.year: each.metrics for each in earlier if each.year <= report.year}",
    ): "the same",
    (
        "src/reportgen/layout/line_breaking.py",
        "if best is not None and reached.cost > best.cost:",
    ): "of lines that cost the same, either will do",
    (
        "src/reportgen/live/page_keys.py",
        'script = "han" if glyphs is face.han else "latin" if glyphs is not face.latin else "small"',
    ): "three names tell the three apart, whichever has which",
    (
        "src/reportgen/live/tiles.py",
        'picture.reduce(finer).save(content, "PNG", compress_level=2)',
    ): "the same picture, packed a little more tightly",
    (
        "src/reportgen/pictures/picture.py",
        "return (width, height) if width < widest else (widest, widest * self.height / self.width)",
    ): "a picture that is just as wide as there is room has the same size either way",
    (
        "src/reportgen/workspace/reading.py",
        "content = file.read(most + 2)",
    ): "one byte too many is enough to see that a file is too large, and two are as well",
    (
        "src/reportgen/pictures/drawing.py",
        "_PATIENCE = 21",
    ): "a second more for a drawing that never ends",
    (
        "src/reportgen/pictures/resvg.py",
        "png = svg_to_bytes(svg_string=svg, width=width, height=height, dpi=96, skip_system_fonts=False)",
    ): "drawings have no text, and the fonts take time alone",
    (
        "src/reportgen/text/sequences.py",
        "self._steps = list(accumulate((1 + equal[item] for item in self._old), initial=1))",
    ): "the difference of two of these sums counts",
    (
        "src/reportgen/text/sequences.py",
        "width = max((other for _, other in weights), default=1) + 1",
    ): "a place more stays empty",
    (
        "src/reportgen/text/sequences.py",
        "width = max((other for _, other in weights), default=0) + 2",
    ): "the same",
    (
        "src/reportgen/text/sequences.py",
        "self._chains = [_Chain(0.0)] * (width + 2)",
    ): "the same",
    (
        "src/reportgen/text/classes.py",
        "_LATIN = ((0x41, 91), (0x61, 0x7A), (0xC0, 0x24F), (0x370, 0x3FF), (0x400, 0x4FF))",
    ): "the bracket behind Z has a class of its own",
    (
        "src/reportgen/text/sequences.py",
        "other: int = 1",
    ): "a chain of no pair weighs nothing, and begins nowhere",
    (
        "src/reportgen/text/sequences.py",
        "one: int = 1",
    ): "the same",
    (
        "src/reportgen/html/html_writer.py",
        'yield from (self._row("card-figure", row, self._figure_place(table)) for row in table.rows)',
    ): "cells and figures of cards turn over in the same way",
    (
        "src/reportgen/html/html_writer.py",
        'self._inlines("card-figure", part) for part in (_cut(cell, 0, end), _cut(cell, end, len(inline_text(cell))))',
    ): "the same",
    (
        "src/reportgen/html/html_writer.py",
        "return column, max((columns(text[: number_end(text)]) for text in texts), default=1)",
    ): "a table without rows has no figure",
    (
        "src/reportgen/pdf/font.py",
        "if not elsewhere and elsewhere.isdisjoint(shown):",
    ): "takes the longer way to the same operators",
    (
        "src/reportgen/pdf/painter.py",
        'yield match.start(), match.end(), match.group() < "\\uffff"',
    ): "no text has that character",
    (
        "src/reportgen/pdf/painter.py",
        'if text[start] >= "\\uffff":',
    ): "the same",
    (
        "src/reportgen/pdf/painter.py",
        "if position <= len(text):",
    ): "an empty stretch at the end shows nothing",
    (
        "src/reportgen/pdf/font.py",
        'number = int.from_bytes(hashlib.sha256(data).digest()[:9], "big")',
    ): "six other letters name a subset as well",
    (
        "src/reportgen/press/plans.py",
        "MOST_SIGNATURE = 65",
    ): "no multiple of four lies between",
    (
        "src/reportgen/press/content_walk.py",
        "pass  # operands that do not fit their operator",
    ): "nothing follows in the loop",
    (
        "src/reportgen/pdf/pdf_writer.py",
        "_dynamicFont = 2",
    ): "ReportLab asks whether it is one",
    (
        "src/reportgen/pdf/pdf_writer.py",
        "_multiByte = 2",
    ): "the same",
    (
        "src/reportgen/pdf/pdf_writer.py",
        "builtIn = 1",
    ): "no page names the font",
    (
        "src/reportgen/pdf/pdf_writer.py",
        "pageCompression=1,",
    ): "what the canvas itself has for a page is not written",
    (
        "src/reportgen/pdf/structure.py",
        'yield Element("Part" if level == 1 else "Sect", (title, *_sections(blocks[start + 1 : end], level - 1)))',
    ): "comes to the same sections by a longer way",
    (
        "src/reportgen/html/palette.py",
        "return _luminance(colour) > _LEAST_INK",
    ): "no colour is just so light",
    (
        "src/reportgen/html/palette.py",
        "while _luminance(_colour(hue, lightness, strength)) <= _LEAST_INK:",
    ): "no colour is just so light",
    (
        "src/reportgen/html/palette.py",
        "if _luminance(colour) <= _MIDDLE:",
    ): "no colour is just so light",
    (
        "src/reportgen/html/palette.py",
        "while _luminance(_colour(hue, lightness, strength)) >= _MOST_FILL:",
    ): "no colour is just so light",
    (
        "src/reportgen/rules/printed_text.py",
        "LOOK_BEHIND = 1000",
    ): "what is looked for before a place is much nearer",
    (
        "src/reportgen/rules/printed_text.py",
        "paragraph = self.paragraph_at(span[1])",
    ): "a stretch ends in the paragraph that it begins in",
    (
        "src/reportgen/rules/copy_stale.py",
        "_FEW = 65",
    ): "either way the paragraph is found that is most like a text",
    (
        "src/reportgen/rules/copy_stale.py",
        "few = sum(map(len, holders)) < _FEW",
    ): "the same",
    (
        "src/reportgen/rules/copy_stale.py",
        "near = sorted({index for each in holders for index in each}) if (not (few)) else self._similar.sharing(pairs)",
    ): "the same",
    (
        "src/reportgen/rules/date_impossible.py",
        'year, month, day = int(match["only_year"]), int(match["only_month"]), 2',
    ): "every month has a second day",
    (
        "src/reportgen/rules/ordinal_typed.py",
        "_LONGEST = 7",
    ): "what may be an ordinal is looked at more closely",
    (
        "src/reportgen/rules/ordinal_typed.py",
        'circled = first.isnumeric() and not first.isdecimal() or not "\\u4e00" <= first <= "\\u9fff"',
    ): "the same",
    (
        "src/reportgen/rules/ordinal_typed.py",
        "return circled or ((first in _FIRST or first.isnumeric()) or not _BEHIND.isdisjoint(text[:_LONGEST]))",
    ): "the same",
    (
        "src/reportgen/rules/pinyin_left.py",
        "_LENGTHS = range(2, 8)",
    ): "no syllable has seven letters",
    (
        "src/reportgen/rules/running_text.py",
        "yield RunningParagraph(_without_quotations(node.text), node.text, range(length), range(1, length + 2))",
    ): "one place more than there are characters",
    (
        "src/reportgen/rules/sequence_broken.py",
        "within = text[sequence[0].span[1] : ordinal.span[1]]",
    ): "only a first ordinal is looked for, and that in front of a later one",
    (
        "src/reportgen/rules/session_number.py",
        "_BEFORE, _BEHIND, _AFTER = 12, 31, 8",
    ): "no name of a session is that long",
    (
        "src/reportgen/rules/structure_in_text.py",
        "start = line_start(text, start - 2)",
    ): "an empty line is passed over",
    (
        "src/reportgen/rules/sum_differs.py",
        "total = next(iter(each.behind(match.end(), match.end() + 2)), None)",
    ): "no figure begins behind the first digit of another",
    (
        "src/reportgen/rules/word_nearly_known.py",
        "middle = len(name) // 3",
    ): "a slip leaves one part whole, wherever a name is parted",
    (
        "src/reportgen/press/content_size.py",
        "content = zlib.decompressobj().decompress(content, MOST_CONTENT + 2)",
    ): "the same",
    (
        "src/reportgen/workspace/writing.py",
        "kind = stat.S_IFMT(place.stat(follow_symlinks=True).st_mode)",
    ): "the only links left lead in a circle, which the system refuses in the same words",
    (
        "src/reportgen/manuscript/archive.py",
        "_ENCRYPTED = 0x1 | 65 | 0x2000",
    ): "the bit that is added is there already",
    (
        "src/reportgen/report/numbers.py",
        'return Number(Decimal(1), None, pending=True), (Diagnostic("number-pending", node.place(path)),)',
    ): "a number still to come takes part in no calculation and prints as words",
    (
        "src/reportgen/report/series.py",
        "return tuple(sorted({year for year in remembered if year <= newest} | {report.year for report in reports}))",
    ): "the newest is among those that have a report",
    (
        "src/reportgen/workspace/journal.py",
        'flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 1)',
    ): "the flag of Windows; elsewhere one that is there already",
    (
        "src/reportgen/report/metric_printing.py",
        "approximate: bool = True",
    ): "whoever works a change out says of each whether it is",
    (
        "src/reportgen/report/metric_printing.py",
        "more = difference >= 0",
    ): "numbers without a difference have been told before",
    (
        "src/reportgen/report/metric_printing.py",
        """return _move(difference, ("下降", "上升"), f"{_plain(abs(difference))}位", rises=difference <= 0)""",
    ): "the same",
    (
        "src/reportgen/report/sentence_lines.py",
        "opened = 1",
    ): "emphasis ends only where it has begun, which sets it",
    (
        "src/reportgen/report/numbers.py",
        "EXACT = Context(prec=1200)",
    ): "no number that can be written has as many digits",
    (
        "src/reportgen/report/metric_printing.py",
        "amount = amount.quantize(Decimal(2).scaleb(-metric.decimals), ROUND_HALF_UP, EXACT)",
    ): "of what a number is rounded to, only the exponent counts",
    (
        "src/reportgen/workflows/printed_words.py",
        "most = max(1, len(pages) / 3)",
    ): "whole numbers are compared with it",
    (
        "src/reportgen/workflows/diff.py",
        "style = styles_of(workspace, settings, reading.year if reading else 1)[0]",
    ): "there is no report of the year 1 either",
    (
        "src/reportgen/workflows/editions.py",
        "earlier = [each for each in _years(workspace, ref) if each <= year - 1] if with_earlier else []",
    ): "last year's numbers are known already",
    (
        "src/reportgen/workflows/editions.py",
        "earlier = [each for each in _years(workspace, ref) if each < year + 1] if with_earlier else []",
    ): "the same, and this year's own take the place of those",
    (
        "src/reportgen/workflows/fonts.py",
        "return font_use(read_style_inputs(workspace, style_of(workspace, 1, style), font_folders))",
    ): "the same",
    (
        "src/reportgen/workflows/history.py",
        'return dict(stamp_of("", 1, "", texts).inputs)',
    ): "of the stamp only the digests are taken",
    (
        "src/reportgen/workflows/inputs.py",
        'return Inputs(1, ReportFile(""), style=read_style_files(workspace, style), fonts=fonts)',
    ): "the same",
    (
        "src/reportgen/workflows/printed_words.py",
        "_PATIENCE = 61",
    ): "a second more for a PDF that never ends",
    (
        "src/reportgen/manuscript/recognition.py",
        "in_glossary = True",
    ): "what follows a report begins with the head of a glossary or of an annex",
    (
        "src/reportgen/cli/side_by_side.py",
        "_LOOKING = 0.41000000000000003",
    ): "Ctrl-C on Windows is heard a fifth of a second later",
    (
        "src/reportgen/cli/streams.py",
        "for descriptor in range(4):",
    ): "one more descriptor leads to the null device, which nobody reads or writes",
    (
        "src/reportgen/style/prepared.py",
        "if share >= 2:",
    ): "the whole of the spaces is what they are",
    (
        "src/reportgen/style/lengths.py",
        "_DIGITS = str.maketrans({chinese_numeral(size): str(size) for size in range(1, 10)})",
    ): "no size is called 九号",
    (
        "src/reportgen/style/limits.py",
        "left = self._prepared.for_draft(2).area.left - (self._prepared.side.beyond if self._prepared.side else 0.0)",
    ): "the type area of every draft is in the same place",
    (
        "src/reportgen/source/slips.py",
        "if after is not None and self._fields[-1:] <= [column]:",
    ): "a column that is listed twice is a column that is listed",
    (
        "src/reportgen/formatting/remarks.py",
        "self._position = 1",
    ): "a file without any text is not formatted",
    (
        "src/reportgen/formatting/flow_form.py",
        'def _flow(node: Node, shape: Shape | None, position: Position = "flow item") -> str:',
    ): "between brackets a value and an item are read alike",
    (
        "src/reportgen/style/prepared.py",
        "if share > 1:",
    ): "the whole of the spaces is what they are",
    (
        "src/reportgen/formatting/fixes.py",
        "return accepted[max(0, first - 2) : last]",
    ): "one edit more is compared, and does not overlap",
    (
        "src/reportgen/formatting/next_year.py",
        'case "made":',
    ): "no field of a report is dropped; the branch is there for one that will be",
    (
        "src/reportgen/source/composing.py",
        """if style == '"' or "\\\\" in raw:""",
    ): "looks in vain where no escape can have brought anything in",
    (
        "src/reportgen/manuscript/archive.py",
        "unpacked[part.filename] = file.read(left + 2)",
    ): "the same",
}
"""Wrong lines that change nothing anyone could see, by module and line after, with the reason; not tried."""


class Verdict(NamedTuple):
    """A wrong line, whether a test failed, and which, or how the tests ended."""

    slip: Slip
    caught: bool
    by: str
    seconds: float


def main() -> int:
    """Tries the lines, prints each with its verdict, and the sum."""
    parser = argparse.ArgumentParser(description="Puts single wrong lines in and runs the tests of their rooms.")
    parser.add_argument("--count", type=int, default=40, help="how many lines, of all rooms")
    parser.add_argument("--seed", default="1", help="chooses the lines")
    parser.add_argument("--room", choices=TESTS, help="lines of this room only")
    parser.add_argument("--jobs", type=int, default=min(os.cpu_count() or 1, 8), help="how many at a time")
    parser.add_argument("--least", type=float, default=90, help="per cent to be caught")
    parser.add_argument("--fast", action="store_true", help="leave out the slow tests")
    parser.add_argument("--list", action="store_true", help="print the lines and try none")
    asked = parser.parse_args()
    chosen = chosen_slips(asked.seed, asked.count, asked.room)
    if asked.list:
        print("\n".join(shown(each) for each in chosen))
        return 0
    caught = 0
    for verdict in tried(chosen, asked.jobs, fast=asked.fast):
        caught += verdict.caught
        print(
            f"{'caught  ' if verdict.caught else 'SURVIVED'} {verdict.seconds:4.0f} s  {shown(verdict.slip)}",
            flush=True,
        )
        print(f"             {verdict.by}", flush=True)
    print(f"{caught} of {len(chosen)} caught by the tests of their rooms")
    return 0 if caught * 100 >= len(chosen) * asked.least else 1


def shown(slip: Slip) -> str:
    """A wrong line with its place and what it replaces."""
    lines = (f"{slip.path.as_posix()}:{slip.line} ({slip.kind})", f"- {slip.before.strip()}", f"+ {slip.after.strip()}")
    return "\n             ".join(lines)


def room_of(slip: Slip) -> str:
    """The room a wrong line is in."""
    return slip.path.relative_to(PACKAGE).parts[0]


def chosen_slips(seed: str, count: int, only: str | None = None) -> list[Slip]:
    """So many slips, each room as many as it has lines of the whole and at least one, no two in one line."""
    texts = {path.relative_to(ROOT): path.read_text("utf-8") for path in sorted((ROOT / PACKAGE).rglob("*.py"))}
    words = neighbours(texts.values())
    rooms: dict[str, dict[Path, str]] = {room: {} for room in TESTS if only in (None, room)}
    for path, text in texts.items():
        rooms.get(path.relative_to(PACKAGE).parts[0], {})[path] = text
    shares = _shares(
        {room: sum(text.count("\n") for text in modules.values()) for room, modules in rooms.items()}, count
    )
    chosen: list[Slip] = []
    for room, share in shares.items():
        candidates = [slip for path, text in rooms[room].items() for slip in slips(path, text, words)]
        candidates = [each for each in candidates if (each.path.as_posix(), each.after.strip()) not in UNCHANGED]
        chosen += _mixed(candidates, share, Random(f"{seed} {room}"))
    return chosen


def _shares(sizes: dict[str, int], count: int) -> dict[str, int]:
    """How many of a count fall to each, by size: one to each, the rest one by one to whoever has least for its size."""
    shares = dict.fromkeys(sizes, 1)
    for _ in range(count - len(sizes)):
        shares[min(sizes, key=lambda name: (shares[name] / sizes[name], name))] += 1
    return shares


def _mixed(candidates: list[Slip], count: int, chance: Random) -> list[Slip]:
    """Some of the candidates, of as many kinds as there are, from different lines."""
    chance.shuffle(candidates)
    kinds: dict[str, list[Slip]] = {}
    for slip in candidates:
        kinds.setdefault(slip.kind, []).append(slip)
    in_turn = (slip for one_of_each in zip_longest(*kinds.values()) for slip in one_of_each if slip is not None)
    lines: dict[tuple[Path, int], Slip] = {}
    for slip in in_turn:
        if len(lines) < count and (slip.path, slip.line) not in lines and _compiles(slip):
            lines[slip.path, slip.line] = slip
    return list(lines.values())


def _compiles(slip: Slip) -> bool:
    try:
        compile(slip.applied((ROOT / slip.path).read_text("utf-8")), slip.path.name, "exec")
    except (SyntaxError, ValueError):
        return False
    return True


def tried(chosen: list[Slip], jobs: int, *, fast: bool) -> Iterator[Verdict]:
    """The verdict on each, in order; so many at a time, each on a copy of the checkout of its own."""
    with tempfile.TemporaryDirectory() as folder:
        copies: queue.Queue[Path] = queue.Queue()
        for number in range(jobs):
            copies.put(_copy(Path(folder) / str(number)))

        def judged(slip: Slip) -> Verdict:
            copy = copies.get()
            try:
                return _judged(slip, copy, fast=fast)
            finally:
                copies.put(copy)

        with ThreadPoolExecutor(jobs) as pool:
            yield from pool.map(judged, chosen)


def _copy(target: Path) -> Path:
    target.mkdir()
    for name in COPIED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, target / name)
    return target


def _judged(slip: Slip, copy: Path, *, fast: bool) -> Verdict:
    """Runs the fast tests of the room, then the slow ones, until one fails."""
    path = copy / slip.path
    text = path.read_text("utf-8")
    _replace(path, slip.applied(text))
    begun = time.monotonic()
    try:
        failure = _failure(copy, room_of(slip), "not slow")
        if failure is None and not fast:
            failure = _failure(copy, room_of(slip), "slow")
    finally:
        _replace(path, text)
    return Verdict(slip, failure is not None, failure or "no test of the room failed", time.monotonic() - begun)


def _replace(path: Path, text: str) -> None:
    """Writes a module with a date of its own, so that Python takes no compiled module of an earlier text for it."""
    later = path.stat().st_mtime + 1
    path.write_text(text, "utf-8", newline="\n")
    os.utime(path, (later, later))


def _failure(copy: Path, room: str, marked: str) -> str | None:
    """The first test of a room that fails, None where none does."""
    tests = [str(copy / "tests" / name) for name in TESTS[room]]
    options = ["--exitfirst", "--quiet", "-p", "no:cacheprovider", "--hypothesis-seed=0", "-m", marked]
    environment = {**os.environ, "PYTHONPATH": str(copy / "src"), "PYTHONDONTWRITEBYTECODE": ""}
    try:
        ran = subprocess.run(
            [sys.executable, "-m", "pytest", *options, *tests],
            cwd=copy,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=LONGEST,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return f"no end after {LONGEST} s"
    if ran.returncode in (0, 5):  # 5: no test has this mark
        return None
    lines = [line for line in ran.stdout.splitlines() if line.startswith(("FAILED", "ERROR"))]
    return lines[0] if lines else (ran.stdout + ran.stderr).strip().splitlines()[-1]


if __name__ == "__main__":
    sys.exit(main())
