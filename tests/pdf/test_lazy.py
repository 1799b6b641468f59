"""Deferred imports: nothing is loaded before it is used, and then it is all there."""

import os
import subprocess
import sys

import pytest


@pytest.mark.slow
def test_a_pdf_without_pictures_never_loads_pillow() -> None:
    """ReportLab asks for PIL.Image at once; it stays a promise until somebody uses it."""
    code = (
        "import sys; import reportgen.pdf; from PIL import Image\n"
        "assert 'PIL.ExifTags' not in sys.modules, 'loaded too early'\n"
        "assert Image.new('L', (1, 1)).size == (1, 1)\n"
        "assert 'PIL.ExifTags' in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_module_already_loaded_or_not_there_is_left_alone() -> None:
    """Deferring is an economy, never a condition."""
    from reportgen.pdf.lazy import defer_import

    defer_import("os")
    defer_import("no_such_module_anywhere")
    assert sys.modules["os"] is os
    assert "no_such_module_anywhere" not in sys.modules
