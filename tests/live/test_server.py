"""Who may ask the preview what: only its own page, only on this machine, and nothing that writes."""

import http.client
import json
import os
import signal
import socket
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from reportgen.workspace.files import find_workspace
from reportgen.workspace.preview_address import FIRST_PORT, last_address
from tests.live.previews import PATIENCE, Preview, previewing
from tests.workflows.test_build import workspace_of

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """A preview whose editor writes down what it was started with."""
    folder = workspace_of(tmp_path_factory.mktemp("server"))
    editor = folder / "editor"
    editor.write_text(
        f"#!{sys.executable}\nimport sys\nopen('{folder}/opened', 'w').write(repr(sys.argv[1:]))\n", "utf-8"
    )
    editor.chmod(0o755)
    with previewing(folder, "--editor", str(editor)) as running:
        running.until("2025 plenary:")
        yield running


def asked(
    preview: Preview, path: str, method: str = "GET", body: str | None = None, **headers: str
) -> tuple[int, bytes]:
    """The status and the content of an answer; headers are named with _ for -."""
    url = urlsplit(preview.url)
    connection = http.client.HTTPConnection("127.0.0.1", url.port or 0, timeout=PATIENCE)
    given = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, path, body, {"Host": url.netloc, **given})
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    return answer.status, content


def own(preview: Preview, name: str) -> str:
    """An address of the page's own."""
    return urlsplit(preview.url).path + name


def test_the_page_itself_is_answered(preview: Preview) -> None:
    assert asked(preview, own(preview, ""))[0] == 200
    port = urlsplit(preview.url).port
    assert asked(preview, own(preview, "state"), Host=f"localhost:{port}", Origin=f"http://localhost:{port}")[0] == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Host": "evil.example:8765"},
        {"Host": "127.0.0.1"},
        {"Host": ""},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "https://127.0.0.1:8765"},
    ],
)
@pytest.mark.parametrize("name", ["", "state", "events", "preview.js"])
def test_other_hosts_and_origins_are_refused(preview: Preview, name: str, headers: dict[str, str]) -> None:
    assert asked(preview, own(preview, name), **headers) == (403, b"403")


@pytest.mark.parametrize("path", ["/", "/state", "/wrong/state", "//state", "/" + "x" * 32 + "/"])
def test_nothing_is_answered_without_the_token(preview: Preview, path: str) -> None:
    assert asked(preview, path) == (403, b"403")


@pytest.mark.parametrize(
    "name",
    [
        "../web.py",
        "..%2fweb.py",
        "%2e%2e/web.py",
        "page/preview.js",
        "data/2025.yaml",
        "/etc/passwd",
        "preview.html/",
        "tile/x/1.0/0-0.png",
    ],
)
def test_no_other_file_is_given(preview: Preview, name: str) -> None:
    assert asked(preview, own(preview, name))[0] in (403, 404)


@pytest.mark.parametrize(
    "name", ["place?page=x", "lines?draft=x", "place?finding=x", "lines?draft=100", "lines?draft=-1"]
)
def test_nonsense_is_refused(preview: Preview, name: str) -> None:
    assert asked(preview, own(preview, name))[0] in (400, 404)
    assert asked(preview, own(preview, "state?style=..%2f..%2fx"))[0] == 404


def test_headers_forbid_all_that_the_page_does_not_need(preview: Preview) -> None:
    url = urlsplit(preview.url)
    connection = http.client.HTTPConnection("127.0.0.1", url.port or 0, timeout=PATIENCE)
    connection.request("GET", url.path)
    headers = connection.getresponse().headers
    connection.close()
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["server"] is None


def test_a_click_starts_the_editor_with_a_path_of_our_own(preview: Preview) -> None:
    """What a page sends is a point; only a page of our own may send it."""
    pages = json.loads(asked(preview, own(preview, "lines?style=plenary"))[1])
    lines = ((page, *line) for page, lines in enumerate(pages) for line in lines)
    page, left, top, right, height, _ = next(line for line in lines if "全年征集" in line[-1])
    target = {"style": "plenary", "page": page, "x": (left + right) / 2, "y": top + height / 2}
    body = json.dumps({**target, "file": "/etc/passwd"})
    opened = preview.folder / "opened"
    assert asked(preview, own(preview, "open"), "POST", body)[0] == 403
    assert not opened.exists()
    status, content = asked(
        preview, own(preview, "open"), "POST", body, Origin=f"http://{urlsplit(preview.url).netloc}"
    )
    assert (status, json.loads(content)["opened"]) == (200, True)
    for _ in range(600):
        if opened.exists() and opened.read_text("utf-8").endswith("]"):
            break
        time.sleep(0.05)
    assert opened.read_text("utf-8") == repr([str(preview.report)])


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C goes to all processes of a console on Windows")
def test_ctrl_c_ends_it_at_once(tmp_path: Path) -> None:
    with previewing(workspace_of(tmp_path)) as preview:
        preview.until("2025 plenary:")
        preview.process.send_signal(signal.SIGINT)
        assert preview.process.wait(PATIENCE) == 130


def test_requests_write_nothing(preview: Preview) -> None:
    before = {path: path.stat().st_mtime_ns for path in preview.folder.rglob("*")}
    for name in (
        "",
        "state?style=official&draft=2",
        "lines?style=official",
        "search?style=plenary&words=a",
        "place?style=plenary",
    ):
        assert asked(preview, own(preview, name))[0] == 200
    assert {path: path.stat().st_mtime_ns for path in preview.folder.rglob("*")} == before


def test_only_this_machine_can_reach_it(preview: Preview) -> None:
    port = urlsplit(preview.url).port
    addresses = {info[4][0] for info in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)}
    for address in addresses - {"127.0.0.1"}:
        with pytest.raises(OSError), socket.create_connection((str(address), port or 0), timeout=1):  # noqa: PT011
            pass


def test_a_port_that_is_taken_is_left_alone(tmp_path: Path) -> None:
    folder = workspace_of(tmp_path)
    workspace = find_workspace(folder, exact=True)
    with previewing(folder) as first:
        taken = last_address(workspace).port
        assert taken >= FIRST_PORT
        with previewing(folder) as second:
            assert urlsplit(second.url).port != taken
    assert urlsplit(first.url).path == urlsplit(second.url).path


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no such permissions")
def test_the_token_is_for_the_owner_alone(preview: Preview) -> None:
    assert (preview.folder / "build" / ".preview.json").stat().st_mode & 0o077 == 0
