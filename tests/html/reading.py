"""What a reader of an HTML page sees, with no help from the writer."""

from html.parser import HTMLParser

_VOID = ("meta", "br", "wbr", "col", "img", "rect", "circle", "polyline")
_SILENT = ("caption", "svg", "style", "title", "aside")
"""Elements whose text is not text of the page, or repeats it beside it."""


class Page(HTMLParser):
    """A page: its text, where it links to, what can be linked to, the elements of each class, its pictures."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.said: list[str] = []
        self.links: list[str] = []
        self.anchors: list[str] = []
        self.pictures: list[tuple[str, str]] = []
        self.headings: list[str] = []
        self.tags_of: dict[str, set[str]] = {}
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _VOID:
            self.open.append(tag)
        if tag[0] == "h" and tag[1:].isdigit():
            self.headings.append(tag)
        values = {name: value or "" for name, value in attrs}
        for name in values.get("class", "").split():
            self.tags_of.setdefault(name, set()).add(tag)
        if "id" in values:
            self.anchors.append(values["id"])
        if "href" in values:
            self.links.append(values["href"])
        if tag == "img":
            self.pictures.append((values["src"], values["alt"]))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in _VOID

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open[-2:] == ["svg", "title"]:
            self.pictures.append(("svg", data))
        if "main" in self.open and not set(_SILENT) & set(self.open):
            self.said.append(data)

    @property
    def text(self) -> str:
        """The text of the page in one line."""
        return "".join(self.said).replace("\n", "")
