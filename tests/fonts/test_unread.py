"""Font files that come with the program are read where they print, and nowhere else."""

from reportgen.fonts import bundled_library, open_fonts
from tests.support import sheet_named


def test_opening_the_faces_of_a_sheet_reads_no_file() -> None:
    library = bundled_library.__wrapped__()
    book, _ = open_fonts(sheet_named("plenary"), library)
    assert book is not None
    assert [file.name for file in library.bundled if "blob" in vars(file.content)] == []
