"""``watch`` and ``preview`` between two saves: what is built and printed, and with which options."""

import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from reportgen.cli import previewing, watching
from tests.cli.scenes import Runner
from tests.support import DATED, MINIMAL

SLIP = "  intro: 甲,乙\n"
BOTH = ("handout", "lectern")
LEFT = "  intro: 全年 XX 次\n"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Runner:
    """Runs commands in a workspace with the reports of two years, of which nothing is to be noted."""
    save(tmp_path, 2024, DATED.replace("2025", "2024"))
    save(tmp_path, 2025, DATED)
    return Runner(tmp_path, monkeypatch)


def save(folder: Path, year: int, text: str) -> Path:
    """Writes the report of a year."""
    path = folder / "data" / f"{year}.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def printed(run: Runner, saves: Iterable[tuple[int, str]], *arguments: str) -> str:
    """What a command prints, without times, while reports are saved one after the other; then comes Ctrl-C."""
    remaining = iter(saves)

    def wait_for_changes(_seen: Mapping[Path, object]) -> frozenset[Path]:
        for year, text in remaining:
            return frozenset({save(run.folder, year, text)})
        os._exit(130)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(watching, "wait_for_changes", wait_for_changes)
        patch.setattr(previewing, "wait_for_changes", wait_for_changes)
        patch.setattr(previewing, "_SHOWN_FIRST", 0)
        ran = run(*arguments)
    assert ran.status == 130, ran.errors
    return re.sub(r"(?m)^\d\d:\d\d:\d\d|\d+\.\d\d(?= s| 秒)", "…", ran.output + ran.errors)


def written(folder: Path) -> list[str]:
    """The files that were built."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("report[-.]*"))


def test_a_save_builds_again_what_was_made_from_that_file(run: Runner) -> None:
    """A report is also made from that of the year before."""
    saves = [(2025, DATED), (2024, DATED.replace("2025", "2024"))]
    assert printed(run, saves, "watch", "2024", "2025", "--format", "txt", "--style", "handout") == (
        "watching the files of 2024 handout, 2025 handout, and building on every save; Ctrl-C ends it\n"
        "…  2024 handout: … s, 0 pages, 0 errors, 0 warnings, 0 notes\n"
        "…  2025 handout: … s, 0 pages, 0 errors, 0 warnings, 0 notes\n"
        "…  2025 handout: … s, 0 pages, 0 errors, 0 warnings, 0 notes\n"
        "…  2024 handout: … s, 0 pages, 0 errors, 0 warnings, 0 notes\n"
        "…  2025 handout: … s, 0 pages, 0 errors, 0 warnings, 0 notes\n"
    )


def test_a_finding_is_shown_when_it_is_new_and_an_error_as_long_as_it_is_there(run: Runner) -> None:
    saves = [(2025, DATED + SLIP), (2025, DATED + SLIP), (2025, DATED + LEFT), (2025, DATED + LEFT)]
    lines = printed(run, saves, "watch", "--format", "txt").splitlines()
    assert [line.partition(" ")[2] for line in lines if line.startswith("…")] == [
        " 2025 plenary: … s, 0 pages, 0 errors, 0 warnings, 0 notes",
        " 2025 plenary: … s, 0 pages, 0 errors, 1 warning, 0 notes",
        " 2025 plenary: … s, 0 pages, 0 errors, 1 warning, 0 notes",
        " 2025 plenary: … s, 1 error, 0 warnings, 0 notes; nothing written, existing files are unchanged",
        " 2025 plenary: … s, 1 error, 0 warnings, 0 notes; nothing written, existing files are unchanged",
    ]
    headlines = [line.partition(":")[0] for line in lines if "[" in line]
    assert headlines == ["warning[punctuation-half-width]", "error[placeholder-left]", "error[placeholder-left]"]


def test_a_finding_that_only_moved_is_not_new(run: Runner) -> None:
    saves = [(2025, DATED + SLIP), (2025, f"# 注\n{DATED}{SLIP}"), (2025, f"{DATED}{SLIP}closing: 丙,丁\n")]
    lines = printed(run, saves, "watch", "--format", "txt").splitlines()
    assert [line for line in lines if "-->" in line] == [
        "  --> data/2025.yaml:7:11  reviews.intro",
        "  --> data/2025.yaml:8:11  closing",
    ]


def test_pages_of_all_styles_are_counted_once(run: Runner) -> None:
    """A DOCX and a PDF have the same ones."""
    options = ("--style", "handout,official,handout", "--format", "docx,pdf", "--out", "稿", "--lang", "zh")
    said = printed(run, [], "watch", "2025", *options)
    assert said.splitlines() == [
        "正在看着 2025 handout+official 用到的文件，一保存就重新生成；按 Ctrl-C 结束",
        "…  2025 handout+official：… 秒，6 页，0 个错误，0 个警告，0 条提示",
    ]
    assert written(run.folder) == [
        f"稿/report-{style}.{ending}" for style in ("handout", "official") for ending in ("docx", "pdf")
    ]


@pytest.mark.parametrize(
    ("settings", "arguments", "files"),
    [
        ("", ("2024", "2025", "--format", "txt", "--out", "稿"), ["稿/2024/report.txt", "稿/2025/report.txt"]),
        ("", ("2025", "--format", "txt", "--out", "稿"), ["稿/report.txt"]),
        ("", ("--format", "txt"), ["build/2025/report.txt"]),
        ("formats: [markdown]\n", ("2025",), ["build/2025/report.md"]),
        ("formats: [markdown]\n", ("2025", "--format", "txt"), ["build/2025/report.txt"]),
        ("formats: [txt]\nstyle: [handout, lectern]\n", (), [f"build/2025/report-{each}.txt" for each in BOTH]),
        ("formats: [txt]\nstyle: handout\n", ("--style", "official"), ["build/2025/report.txt"]),
    ],
)  # fmt: skip
def test_it_builds_what_was_asked_for_else_what_the_settings_say(
    run: Runner, settings: str, arguments: tuple[str, ...], files: list[str]
) -> None:
    (run.folder / "reportgen.yaml").write_text(settings, "utf-8")
    printed(run, [], "watch", *arguments)
    assert written(run.folder) == files


@pytest.mark.parametrize(
    ("text", "options", "counted"),
    [
        (MINIMAL, (), "0 errors, 0 warnings, 1 note"),
        (MINIMAL, ("--draft", "1"), "0 errors, 0 warnings, 0 notes"),
        (DATED + LEFT, (), "1 error, 0 warnings, 0 notes; nothing written, existing files are unchanged"),
        (DATED + LEFT, ("--draft", "1"), "0 errors, 1 warning, 0 notes"),
        (DATED + SLIP, ("--strict",), "1 error, 0 warnings, 0 notes; nothing written, existing files are unchanged"),
        (DATED, ("--draft", "1", "--comments"), "0 errors, 0 warnings, 0 notes"),
    ],
)
def test_it_checks_as_a_build_does(run: Runner, text: str, options: tuple[str, ...], counted: str) -> None:
    save(run.folder, 2025, text)
    (line,) = re.findall("(?m)^….*", printed(run, [], "watch", "--format", "txt", *options))
    assert line.partition(" s, ")[2].removeprefix("0 pages, ") == counted


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (("watch", "--comments"), "“--comments” requires --draft"),
        (("watch", "--draft", "0"), "“0” is not a draft number; --draft takes 1 to 99"),
        (("watch", "--format", "odt"), "unknown format “odt”"),
        (("watch", "--style", "nope"), "unknown style “nope”"),
        (("watch", "--fonts", "there"), "invalid value “there” for --fonts"),
        (("watch", "1999"), "file not found: data/1999.yaml"),
        (("preview", "1999"), "file not found: data/1999.yaml"),
        (("preview", "20x5"), "“20x5” is not a year; write four digits, such as 2026"),
        (("preview", "--style", "nope"), "unknown style “nope”"),
        (("preview", "--draft", "0"), "“0” is not a draft number; --draft takes 1 to 99"),
        (("preview", "--fonts", "there"), "invalid value “there” for --fonts"),
    ],
)
def test_wrong_options_end_it_before_it_begins(run: Runner, arguments: tuple[str, ...], error: str) -> None:
    ran = run(*arguments)
    assert (ran.status, ran.output, ran.errors.splitlines()[0].partition(": ")[2]) == (2, "", error)


class Browser:
    """The server and the browser of a preview, replaced by records of what they are asked."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.opened: list[str] = []
        self.served: list[object] = []
        patch.setattr(previewing, "serve", lambda application, listening: self.served.append((application, listening)))
        patch.setattr("webbrowser.open", self.opened.append)


@pytest.fixture
def browser(monkeypatch: pytest.MonkeyPatch) -> Browser:
    return Browser(monkeypatch)


def address(said: str) -> str:
    """The address that is printed."""
    found = re.search(r"http://127\.0\.0\.1:\d+/[\w-]+/", said)
    assert found, said
    return found[0]


def test_the_preview_opens_at_its_address_and_builds_the_files_on_every_save(run: Runner, browser: Browser) -> None:
    first = printed(run, [(2025, DATED + SLIP)], "preview", "2025", "--style", "handout")
    lines = [line for line in first.splitlines() if "2025 handout" in line or "preview" in line]
    assert lines == [
        f"the preview is at {address(first)}  Ctrl-C ends it",
        "…  2025 handout: … s, 1 page, 0 errors, 0 warnings, 0 notes",
        "…  2025 handout: … s, 1 page, 0 errors, 1 warning, 0 notes",
    ]
    assert browser.opened == [address(first)]
    assert written(run.folder) == ["build/2025/report.docx", "build/2025/report.pdf"]


def test_a_draft_of_the_latest_year_is_previewed_without_a_browser(run: Runner, browser: Browser) -> None:
    save(run.folder, 2025, DATED + LEFT)
    options = ("--style", "handout", "--draft", "1", "--no-browser", "--lang", "zh")
    said = printed(run, [], "preview", *options)
    assert f"在浏览器里看：{address(said)}  按 Ctrl-C 结束\n" in said
    assert "…  2025 handout：… 秒，1 页，0 个错误，1 个警告，0 条提示" in said
    assert browser.opened == []


def test_a_port_in_use_is_reported_and_another_is_kept_for_the_next_time(run: Runner, browser: Browser) -> None:
    """The page left open in the browser finds the program when it is there again."""
    first = address(printed(run, [], "preview", "--style", "handout", "--no-browser"))
    second = printed(run, [], "preview", "--style", "handout", "--no-browser")
    taken, port = (re.findall(r":(\d+)/", each)[0] for each in (first, address(second)))
    assert port != taken
    assert f"port {taken} is taken; using {port}\n" in second
    assert address(second).split("/")[3] == first.split("/")[3]
    assert len(browser.served) == 2


@pytest.mark.parametrize(
    ("command", "refusal", "started"),
    [
        (("/bin/edit", "a.yaml"), None, ["/bin/edit", "a.yaml"]),
        (("edit", "-n3", "a.yaml"), None, ["/tools/edit", "-n3", "a.yaml"]),
        (("nothing", "a.yaml"), None, None),
        (("edit", "a.yaml"), OSError("no program"), None),
    ],
)
def test_an_editor_is_started_where_there_is_one(
    monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...], refusal: OSError | None, started: list[str] | None
) -> None:
    def start(words: list[str], **_: object) -> None:
        if refusal:
            raise refusal
        assert words == started

    monkeypatch.setattr(previewing, "installed_program", lambda name, _: {"edit": "/tools/edit"}.get(name))
    monkeypatch.setattr("subprocess.Popen", start)
    assert previewing._started(command) == (started is not None)
