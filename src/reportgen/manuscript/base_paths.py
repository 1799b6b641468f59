"""Where a field of an earlier text of the file is in the text of now: entries are known by id, title or words."""

from reportgen.diagnostics import FieldPath
from reportgen.source import Mapping, Node, Scalar, Sequence
from reportgen.text.similarity import likeness, pairs_of

_NAMES = ("id", "title", "claim", "text", "term")
_LIKE = 0.6


def path_now(path: FieldPath, base: Node, current: Node) -> FieldPath | None:
    """The path of the same field; None where its entry is no longer there."""
    now: list[str | int] = []
    for step in path:
        if isinstance(step, int):
            if not isinstance(base, Sequence) or not isinstance(current, Sequence):
                return None
            place = _same_entry(base, step, current)
            if place is None:
                return None
            now.append(place)
            base, current = base.items[step], current.items[place]
            continue
        now.append(step)
        if isinstance(base, Scalar) and isinstance(current, Scalar):
            continue  # an item that is a title alone has no key of its own
        before = base.get(str(step)) if isinstance(base, Mapping) else base
        after = current.get(str(step)) if isinstance(current, Mapping) else current
        if before is None or after is None:
            return None
        base, current = before, after
    return tuple(now)


def _same_entry(base: Sequence, index: int, current: Sequence) -> int | None:
    """The place of an entry in the list of now; no entry that goes by the name of another is taken for it."""
    if index >= len(base.items):
        return None
    place = _named_alike(base, index, current)
    if place is not None:
        return place
    others = {_named_alike(base, other, current) for other in range(len(base.items)) if other != index}
    words = pairs_of(_words(base.items[index]))
    scores = {
        place: (likeness(words, pairs_of(_words(each))), -abs(place - index))
        for place, each in enumerate(current.items)
        if place not in others
    }
    best = max(scores, key=scores.__getitem__, default=None)
    return best if best is not None and scores[best][0] >= _LIKE else None


def _named_alike(base: Sequence, index: int, current: Sequence) -> int | None:
    """The place of the one entry that has the name of another, which no other has."""
    for key in _NAMES:
        name = _name(base.items[index], key)
        if name is not None and sum(_name(each, key) == name for each in base.items) == 1:
            places = [place for place, each in enumerate(current.items) if _name(each, key) == name]
            if len(places) == 1:
                return places[0]
    return None


def _name(entry: Node, key: str) -> str | None:
    """What an entry is called by one of its keys; a plain text is a title."""
    if isinstance(entry, Scalar):
        return entry.text if key == "title" else None
    value = entry.get(key) if isinstance(entry, Mapping) else None
    return value.text if isinstance(value, Scalar) else None


def _words(entry: Node) -> str:
    return "".join(_name(entry, key) or "" for key in _NAMES)
