"""LibreOffice, started without a window and with a profile of its own."""

import subprocess
from pathlib import Path

from tests.support import outside_program


def run_office(folder: Path, *arguments: str) -> None:
    """One run of the program; its profile is in the folder."""
    command = [
        outside_program("soffice"),
        "--headless",
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        *arguments,
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=300)


def run_macro(folder: Path, code: str) -> None:
    """Runs the sub Main of some LibreOffice Basic, for which the profile, once it is made, gets a library."""
    run_office(folder, "--terminate_after_init")
    library = folder / "profile" / "user" / "basic" / "Standard"
    library.mkdir(parents=True, exist_ok=True)
    (library.parent / "script.xlc").write_text(_LIBRARIES, encoding="utf-8")
    (library / "script.xlb").write_text(_LIBRARY, encoding="utf-8")
    text = code.replace("&", "&amp;").replace("<", "&lt;")
    (library / "Module1.xba").write_text(_MODULE.replace("CODE", text), encoding="utf-8")
    run_office(folder, "macro:///Standard.Module1.Main")


_LIBRARIES = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">
<library:libraries xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink">
 <library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/script.xlb/" xlink:type="simple"
  library:link="false"/>
</library:libraries>
"""
_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false"><library:element library:name="Module1"/></library:library>
"""
_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1"
 script:language="StarBasic">CODE</script:module>
"""
