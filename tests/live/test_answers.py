"""What the preview answers its own page only, asked without a server."""

import json
from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

import msgspec
import pytest
from PIL import Image
from starlette.types import ASGIApp

from reportgen.live import web
from reportgen.live.editors import Editor
from reportgen.live.session import Choice, Session
from reportgen.live.web import Application, Target
from reportgen.workflows.build import Request
from reportgen.workflows.check import CheckOptions
from reportgen.workspace.files import find_workspace
from tests.live.asking import OWN, PORT, TOKEN, Answer, asked
from tests.support import MINIMAL
from tests.workflows.test_build import workspace_of

REPORT = f"{MINIMAL}  intro: 全年，，视察。\n"
INTRO = {"file": "data/2025.yaml", "line": 6, "column": 10}
DOUBLED = {**INTRO, "column": 12}
JSON = {"content-type": "application/json", "cache-control": "no-store"}
FROM_PAGE = (("host", OWN), ("origin", f"http://{OWN}"))


class Asked(NamedTuple):
    """An application, its session, and the programs that it has started."""

    application: Application
    session: Session
    started: list[tuple[str, ...]]

    @property
    def guarded(self) -> ASGIApp:
        return self.application.guarded(PORT, TOKEN)

    def get(self, name: str) -> Answer:
        return asked(self.guarded, f"/{TOKEN}/{name}")

    def json(self, name: str) -> object:
        answer = self.get(name)
        assert answer.status == 200
        assert answer.headers.items() >= JSON.items()
        return json.loads(answer.content)


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Session:
    """One for all tests, none of which changes it."""
    return session_of(tmp_path_factory.mktemp("answers"), REPORT)


def session_of(folder: Path, text: str) -> Session:
    workspace = find_workspace(workspace_of(folder, text), exact=True)
    return Session(workspace, 2025, Request(CheckOptions(None)), Choice("official", 1), "en")


@pytest.fixture
def page(session: Session, request: pytest.FixtureRequest) -> Asked:
    """An application whose editor is vscode, or the program that a test names."""
    started: list[tuple[str, ...]] = []
    editor = getattr(request, "param", "vscode")

    def start(command: tuple[str, ...]) -> bool:
        started.append(command)
        return len(started) == 1

    application = Application(session, lambda: Editor(editor, session.files()), start)
    return Asked(application, session, started)


def point(session: Session, text: str) -> str:
    """The query for the middle of the first line with a text in it."""
    pages = session.pages(Choice("official"))
    assert pages is not None
    lines = [(number, line) for number, page in enumerate(pages.lines) for line in page if text in line.text]
    number, line = lines[0]
    return f"style=official&page={number}&x={line.left + 0.1}&y={line.top + 1}"


@pytest.mark.parametrize(
    ("path", "method", "headers", "status"),
    [
        ("/token/state", "GET", {"host": OWN}, 200),
        ("/token/state", "GET", {"host": f"localhost:{PORT}"}, 200),
        ("/token/state", "GET", {"host": OWN, "origin": f"http://{OWN}"}, 200),
        ("/token/state", "GET", {"host": OWN, "origin": f"http://localhost:{PORT}"}, 403),
        ("/token/state", "GET", {"host": OWN, "origin": "null"}, 403),
        ("/token/state", "GET", {"host": "127.0.0.1:8766"}, 403),
        ("/token/state", "GET", {"host": "reports.example"}, 403),
        ("/token/state", "GET", {}, 403),
        ("/tokem/state", "GET", {"host": OWN}, 403),
        ("/token", "GET", {"host": OWN}, 403),
        ("/state", "GET", {"host": OWN}, 403),
        ("/token/open", "POST", {"host": OWN}, 403),
        ("/token/open", "POST", {"host": "reports.example", "origin": "http://reports.example"}, 403),
        ("/token/open", "POST", {"host": OWN, "origin": f"http://{OWN}"}, 200),
        ("/token/open", "GET", {"host": OWN}, 404),
        ("/token/state", "POST", {"host": OWN, "origin": f"http://{OWN}"}, 405),
    ],
)
def test_only_the_page_itself_is_answered(
    page: Asked, path: str, method: str, headers: dict[str, str], status: int
) -> None:
    answer = asked(page.guarded, path, method, b'{"style": "official", "page": 99}', headers.items())
    assert answer.status == status
    if status == 403:
        assert (answer.content, page.started) == (b"403", [])
    else:
        assert answer.headers["cross-origin-resource-policy"] == "same-origin"


@pytest.mark.parametrize("kind", ["websocket", "lifespan"])
def test_nothing_but_requests_for_pages_is_answered(page: Asked, kind: str) -> None:
    assert asked(page.guarded, f"/{TOKEN}/state", kind=kind).status == 0


@pytest.mark.parametrize(
    ("name", "begins", "kind"),
    [
        ("", "<!doctype html>", "text/html"),
        ("preview.css", ":root", "text/css"),
        ("preview.js", "", "text/javascript"),
        ("words.json", "{", "application/json"),
        ("icon.svg", "<svg", "image/svg+xml"),
    ],
)
def test_the_files_of_the_page_are_given_as_they_are_now(page: Asked, name: str, begins: str, kind: str) -> None:
    answer = page.get(name)
    assert (answer.status, answer.headers["cache-control"]) == (200, "no-cache")
    assert answer.headers["content-type"].split(";")[0] == kind
    assert answer.content.decode().startswith(begins)


def test_the_page_gets_the_state_of_the_report(page: Asked) -> None:
    """First in the style and draft that the preview began with."""
    state = page.json("state")
    assert isinstance(state, dict)
    view = state.pop("view")
    assert state == {"year": 2025, "styles": ["classic", "handout", "lectern", "official", "plenary"], "language": "en"}
    assert view["choice"] == {"style": "official", "draft": 1}
    assert [round(view[side]) for side in ("width", "height")] == [595, 842]
    assert [each["label"] for each in view["pages"]] == ["", "", "i", "", "1"]
    (finding,) = view["findings"]
    at = finding.pop("at")
    assert (at["page"], round(at["top"])) == (4, 223)
    assert finding == {
        "severity": "warning",
        "code": "stop-doubled",
        "message": "two stops in a row “，，”",
        "hints": ["write “，”"],
        **DOUBLED,
    }
    assert (view["stands"], view["edited"]) == (False, None)


@pytest.mark.parametrize(
    ("query", "choice"),
    [
        ("style=plenary", {"style": "plenary", "draft": 0}),
        ("style=official&draft=99", {"style": "official", "draft": 99}),
    ],
)
def test_the_page_may_ask_for_any_style_and_draft(page: Asked, query: str, choice: dict[str, object]) -> None:
    state = page.json(f"state?{query}")
    assert isinstance(state, dict)
    assert state["view"]["choice"] == choice


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("state?style=official&draft=100", 404),
        ("state?style=official&draft=-1", 404),
        ("state?style=none", 404),
        ("lines?style=..%2fplenary", 404),
        ("lines", 404),
        ("lines?style=official&draft=x", 400),
        ("place?style=official&page=1.5", 400),
        ("place?style=official&x=left", 400),
        ("place?style=official&y=", 400),
        ("place?style=official&finding=first", 400),
        ("preview.html", 404),
        ("web.py", 404),
    ],
)
def test_nonsense_is_refused(page: Asked, name: str, status: int) -> None:
    assert page.get(name).status == status


def test_lines_are_where_they_are_printed(page: Asked) -> None:
    lines = page.json("lines?style=official")
    assert isinstance(lines, list)
    assert [[round(each) for each in line[:4]] + line[4:] for line in lines[4]] == [
        [256, 117, 344, 22, "工作报告"],
        [111, 194, 206, 16, "一、工作回顾"],
        [111, 223, 222, 16, "全年，，视察。"],
        [464, 756, 506, 14, "— 1 —"],
    ]


def test_a_report_that_never_was_sound_has_findings_and_no_pages(tmp_path: Path) -> None:
    session = session_of(tmp_path, "schema: 1\n")
    page = Asked(Application(session, lambda: Editor("none", {}), bool), session, [])
    state = page.json("state")
    assert isinstance(state, dict)
    view = state["view"]
    assert (view["width"], view["height"], view["pages"], view["stands"], view["edited"]) == (0, 0, [], True, None)
    assert [(each["severity"], each["at"]) for each in view["findings"]][:1] == [("error", None)]
    assert page.json("lines?style=official") == []
    assert page.json("search?style=official&words=a") == []
    assert page.json("place?style=official") == {"place": None, "address": None, "opens": False}


@pytest.mark.parametrize(("scale", "size"), [("1.5", (893, 1024)), ("0.5", (298, 421)), ("0.01", (6, 9))])
def test_a_tile_is_a_picture_that_need_not_be_fetched_twice(page: Asked, scale: str, size: tuple[int, int]) -> None:
    key = page.session.view(Choice("official")).pages[4].key
    answer = page.get(f"tile/{key}/{scale}/0-0.png")
    assert (answer.status, answer.headers["content-type"]) == (200, "image/png")
    assert answer.headers["cache-control"] == "private, max-age=86400, immutable"
    with Image.open(BytesIO(answer.content)) as picture:
        assert picture.size == size


@pytest.mark.parametrize("tile", ["KEY/0.0/0-0", "KEY/1.0/0-9", "none/1.0/0-0", "KEY/1.0/0--1", "KEY/x/0-0"])
def test_there_are_tiles_of_these_pages_only(page: Asked, tile: str) -> None:
    key = page.session.view(Choice("official")).pages[4].key
    assert page.get(f"tile/{tile.replace('KEY', key)}.png").status == 404


@pytest.mark.parametrize("page", ["vscode", "none", "code"], indirect=True)
def test_a_click_has_a_place_and_what_opens_it(page: Asked, request: pytest.FixtureRequest) -> None:
    editor = request.node.callspec.params["page"]
    file = page.session.files()["data/2025.yaml"].as_posix()
    address = f"vscode://file/{quote(file.lstrip('/'))}:6:10" if editor == "vscode" else None
    expected = {"place": INTRO, "address": address, "opens": editor == "code"}
    assert page.json(f"place?{point(page.session, '视察')}") == expected


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("finding=0", {**INTRO, "line": 1, "column": 1}),  # the missing date is a finding about the whole file
        ("finding=1", DOUBLED),
        ("finding=2", None),
        ("finding=-1", None),
        ("page=4&x=10&y=10", None),
        ("page=4&x=480&y=760", None),  # the number of the page is in no file
    ],
)
def test_what_is_written_in_no_file_has_no_place(page: Asked, query: str, place: dict[str, object] | None) -> None:
    answer = page.json(f"place?style=official&{query}")
    assert isinstance(answer, dict)
    assert (answer["place"], answer["opens"]) == (place, False)


@pytest.mark.parametrize(
    ("page", "target", "answers"),
    [
        ("code", {"finding": 1}, [{"place": DOUBLED, "opened": True}, {"place": DOUBLED, "opened": False}]),
        ("vscode", {"finding": 1}, [{"place": DOUBLED, "opened": False}]),
        ("code", {"finding": 7}, [{"place": None, "opened": False}]),
        ("code", {}, [{"place": None, "opened": False}]),
    ],
    indirect=["page"],
)
def test_the_editor_is_started_and_the_page_learns_whether_it_could_be(
    page: Asked, target: dict[str, int], answers: list[dict[str, object]]
) -> None:
    """The second time it cannot be."""
    body = json.dumps({"style": "official", "file": "/etc/passwd", **target}).encode()
    given = [asked(page.guarded, f"/{TOKEN}/open", "POST", body, FROM_PAGE) for _ in answers]
    assert [json.loads(each.content) for each in given] == answers
    command = ("code", "--goto", f"{page.session.files()['data/2025.yaml']}:6:12")
    assert page.started == ([command] * len(answers) if len(answers) > 1 else [])


def test_what_says_no_point_means_the_first_corner_of_the_first_page() -> None:
    """In an address as in a message."""
    said = msgspec.json.decode(b'{"style": "official"}', type=Target)
    assert said == web._target({"style": "official"}) == Target("official", 0, None, 0, 0.0, 0.0)


def test_words_are_searched_in_a_style(page: Asked) -> None:
    found = page.json(f"search?style=official&words={quote('视察')}")
    assert isinstance(found, list)
    assert [[(box["page"], round(box["left"]), round(box["width"])) for box in boxes] for boxes in found] == [
        [(4, 174, 32)]
    ]
    assert page.json("search?style=official") == []


@pytest.mark.parametrize(("blanks", "places"), [(197, 0), (198, 1)])
def test_what_comes_after_two_hundred_characters_is_not_searched(page: Asked, blanks: int, places: int) -> None:
    words = quote("视察" + " " * blanks + "员")
    assert len(page.json(f"search?style=official&words={words}")) == places  # type: ignore[arg-type]


def test_the_page_hears_of_saves_and_now_and_then_that_the_program_is_there(
    page: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is kept for a page that has gone."""
    monkeypatch.setattr(web, "_KEEP_ALIVE", 0.05)
    before = page.session.revision
    answer = asked(page.guarded, f"/{TOKEN}/events", between=[page.session.refresh, int])
    kind, caching = answer.headers["content-type"], answer.headers["cache-control"]
    assert (kind.split(";")[0], caching) == ("text/event-stream", "no-store")
    assert answer.parts[:3] == (f"data: {before}\n\n".encode(), f"data: {before + 1}\n\n".encode(), b": \n\n")
    assert page.session.refresh().revision == before + 2


def test_a_page_that_hears_nothing_new_is_spoken_to_within_half_a_minute() -> None:
    """Programs between the two, such as guards against viruses, close what is silent for longer."""
    assert web._KEEP_ALIVE < 30
