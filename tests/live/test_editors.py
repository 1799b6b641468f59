"""How editors are asked to open a line."""

from pathlib import Path

import pytest

from reportgen.live.editors import Editor, FilePlace

PLACE = FilePlace("data/2025.yaml", 12, 3)
FILES = {"data/2025.yaml": Path("/work/我的 报告/data/2025.yaml")}


@pytest.mark.parametrize(
    ("name", "address", "command"),
    [
        ("vscode", "vscode://file/work/%E6%88%91%E7%9A%84%20%E6%8A%A5%E5%91%8A/data/2025.yaml:12:3", None),
        ("none", None, None),
        ("code", None, ("code", "--goto", "/work/我的 报告/data/2025.yaml:12:3")),
        ("notepad++.exe", None, ("notepad++.exe", "-n12", "-c3", "/work/我的 报告/data/2025.yaml")),
        ("/opt/other", None, ("/opt/other", "/work/我的 报告/data/2025.yaml")),
    ],
)
def test_a_place_is_opened_as_the_editor_wants_it(
    name: str, address: str | None, command: tuple[str, ...] | None
) -> None:
    editor = Editor(name, FILES)
    assert (editor.address(PLACE), editor.command(PLACE)) == (address, command)


@pytest.mark.parametrize("name", ["vscode", "code"])
def test_a_file_that_is_not_in_the_table_is_not_opened(name: str) -> None:
    place = FilePlace("/etc/passwd", 1, 1)
    assert (Editor(name, FILES).address(place), Editor(name, FILES).command(place)) == (None, None)
