"""Ids for tasks that have none, so that next year's reviews can follow them: as edits to the report's file."""

import re
from collections.abc import Iterator
from itertools import chain, count

from msgspec import Struct

from reportgen.diagnostics import Edit, FieldPath
from reportgen.formatting.next_year import yaml_text
from reportgen.formatting.remarks import is_flow
from reportgen.report import Item, Report, Section
from reportgen.source import LINE_END, Mapping, Node, Scalar, find

_WORDS = re.compile(r"[\w-]+")
_REFERENCE = re.compile("【[^【】]*】")
_LONGEST = 12
"""Characters of an id; the first clause of a title is seldom longer."""


class TaskId(Struct, frozen=True):
    """An id for a task, and the edit that writes it."""

    id: str
    edit: Edit


def missing_task_ids(report: Report, root: Node) -> tuple[TaskId, ...]:
    """An id, from its title, for every task that a review could otherwise not follow.

    Sections and the items beside them; an item of a section is followed with its section.
    """
    tasks = report.tasks
    if tasks is None:
        return ()
    items = (*tasks.items, *(item for section in tasks.sections for item in section.items))
    taken = {item.id for item in items} | {section.id for section in tasks.sections}
    found: list[TaskId] = []
    for path, title in _unnamed(tasks.items, tasks.sections):
        name = _free_id(title, taken)
        taken.add(name)
        found.append(TaskId(name, _edit(find(root, path), name)))
    return tuple(found)


def _unnamed(items: tuple[Item, ...], sections: tuple[Section, ...]) -> Iterator[tuple[FieldPath, str]]:
    """The places and titles of tasks without an id."""
    for number, item in enumerate(items):
        if not item.id:
            yield ("tasks", "items", number), item.caption
    for number, section in enumerate(sections):
        if not section.id:
            yield ("tasks", "sections", number), section.title


def _free_id(title: str, taken: set[str | None]) -> str:
    """The first words of a title as an id that is not taken yet."""
    words = _WORDS.search(_REFERENCE.sub("", title))
    name = words.group()[:_LONGEST] if words else "任务"
    numbered = (f"{name}{number}" for number in count(2))
    return next(each for each in chain([name], numbered) if each not in taken)


def _edit(node: Node, name: str) -> Edit:
    """Writes an id at the beginning of an entry, which may be a text alone."""
    if isinstance(node, Scalar):
        return Edit(node.start, node.end, f"{{id: {name}, title: {yaml_text(node.text)}}}")
    assert isinstance(node, Mapping)
    if is_flow(node):
        return Edit(node.start + 1, node.start + 1, f"id: {name}, ")
    text = node.source.text
    margin = node.start - node.source.line_start(node.start)
    end = LINE_END.search(text)
    return Edit(node.start, node.start, f"id: {name}{end.group() if end else chr(10)}{' ' * margin}")
