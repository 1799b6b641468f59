"""How large a file may be that comes from outside: just so large, and it is looked at; a byte larger, and it is not."""

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from reportgen.workflows.absorb import AbsorbOptions, absorb_documents
from reportgen.workflows.import_document import ImportOptions, import_document
from reportgen.workflows.verify import verify
from reportgen.workflows.word_files import read_word_file
from reportgen.workspace.files import Workspace, bare_workspace
from reportgen.workspace.refusals import CommandError

pytestmark = pytest.mark.slow

MEBIBYTE = 1 << 20
READERS: dict[str, Callable[[Workspace, Path], object]] = {
    "absorb": lambda workspace, path: absorb_documents(workspace, (path,), AbsorbOptions()),
    "import": lambda workspace, path: import_document(workspace, path, ImportOptions(2025)),
    "verify": verify,
}


@pytest.mark.parametrize(("more", "is_refused"), [(0, False), (1, True)])
@pytest.mark.parametrize("command", READERS)
def test_a_document_has_at_most_sixty_four_mebibytes(tmp_path: Path, command: str, more: int, is_refused: bool) -> None:
    path = tmp_path / "report.docx"
    with path.open("wb") as file:
        file.write(b"PK\x03\x04")
        file.truncate(64 * MEBIBYTE + more)
    assert (refusal(lambda: READERS[command](bare_workspace(tmp_path), path)) == "file-too-large") is is_refused


@pytest.mark.parametrize(
    ("part", "size", "code"),
    [
        ("word/other.xml", 64 * MEBIBYTE, "document-damaged"),  # unpacking shows that it is not a Word file
        ("word/other.xml", 64 * MEBIBYTE + 1, "archive-unreadable"),
        ("word/other.rels", 64 * MEBIBYTE + 1, "archive-unreadable"),
        ("customXml/item1.yaml", 64 * MEBIBYTE + 1, "archive-unreadable"),
        ("word/media/image1.png", 64 * MEBIBYTE + 1, "document-damaged"),  # pictures are not unpacked
    ],
)
def test_the_texts_of_a_word_file_have_at_most_sixty_four_mebibytes(part: str, size: int, code: str) -> None:
    target = BytesIO()
    with (
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open(part, "w") as file,
    ):
        for written in range(0, size, MEBIBYTE):
            file.write(bytes(min(MEBIBYTE, size - written)))
    assert refusal(lambda: read_word_file(target.getvalue(), "report.docx")) == code


def refusal(run: Callable[[], object]) -> str:
    """The code with which something is refused, empty where it is not."""
    try:
        run()
    except CommandError as refused:
        return refused.diagnostic.code
    return ""
