"""Changes in people's words: what happened, and where, in both languages."""

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from reportgen.compare.changes import PROMISE_KINDS, Change, Kind, Location
from reportgen.diagnostics import FieldPath, Language, Wording
from reportgen.report import PARTS
from reportgen.report.fields import FIELDS
from reportgen.report.report_types import Item, Metric, Part, Report, Section, Term
from reportgen.text.characters import visible_breaks

_KINDS: dict[Kind, Wording] = {
    Kind.ADDED: Wording("增加", "added"),
    Kind.REMOVED: Wording("删去", "removed"),
    Kind.MOVED: Wording("次序变动", "order changed"),
    Kind.RENAMED: Wording("改题", "renamed"),
    Kind.REWORDED: Wording("改写", "reworded"),
    Kind.RENUMBERED: Wording("序号变动", "renumbered"),
    Kind.METRIC: Wording("数据变动", "figure changed"),
    Kind.RELINKED: Wording("所回应的任务变动", "other tasks followed"),
    Kind.KEPT: Wording("已有回应", "reported on"),
    Kind.FORGOTTEN: Wording("没有回应", "not reported on"),
}
_EMPHASIS = Wording("着重变动", "emphasis changed")
_NAME = Wording("指标名变动", "name changed")
_FROM = Wording("由“{}”移来", "moved from “{}”")
_WHOLE = Wording("报告本身", "the report itself")
_COMMA = Wording("，", ", ")
_PROMISES = Wording("上年任务的落实", "last year's tasks")
_RECORDS: dict[str, type[Struct]] = {"sections": Section, "items": Item, "glossary": Term}


def what(change: Change, language: Language) -> str:
    """What happened, in a few words, with the rate of a metric; a metric's name is not its label."""
    if change.kind is Kind.MOVED and change.old and change.new and not _in_one_list(change.old, change.new):
        return _FROM.pick(language).format(change.old.titles[-2])
    if change.kind is Kind.RENAMED and change.location.path[:-1] == ("metrics",):
        return _NAME.pick(language)
    if change.kind is Kind.REWORDED and all(each.before == each.after for each in change.spans):
        return _EMPHASIS.pick(language)
    kind = _KINDS[change.kind].pick(language)
    return f"{kind}{_COMMA.pick(language)}{change.rate}" if change.rate else kind


def _in_one_list(old: Location, new: Location) -> bool:
    """Whether an entry is in the list it was in, be it that the list has moved or that its heading is another."""
    return old.path[:-1] == new.path[:-1] or old.titles[:-1] == new.titles[:-1]


def grouped(changes: Sequence[Change], language: Language) -> list[tuple[str, list[Change]]]:
    """The changes under their headings, in order of first use: a part's title, metrics, glossary, promises."""
    groups: dict[str, list[Change]] = {}
    for change in changes:
        groups.setdefault(_group(change), []).append(change)
    return [(_heading(group, members, language), members) for group, members in groups.items()]


def _group(change: Change) -> str:
    if change.kind in PROMISE_KINDS:
        return "promises"
    first = str(change.location.path[0])
    return first if first in (*PARTS, "metrics", "glossary") else ""


def _heading(group: str, changes: Sequence[Change], language: Language) -> str:
    if group in PARTS:
        locations = [change.new for change in changes if change.new] or [change.location for change in changes]
        return next((location.titles[0] for location in locations if location.titles), group)
    if group == "promises":
        return _PROMISES.pick(language)
    if group:
        return FIELDS[Report][group].name if language == "zh" else group
    return _WHOLE.pick(language)


def where(location: Location, language: Language) -> str:
    """The titles on the way to a place below its group, and the field it ends in: ``民生 › 提案办理（正文）``."""
    titles = location.titles[1:] if location.path[0] in PARTS else location.titles
    field = _field(location.path, language)
    named = visible_breaks(" › ".join(titles))
    if not field:
        return named
    if not named:
        return field
    return f"{named}（{field}）" if language == "zh" else f"{named} ({field})"


def address(path: FieldPath) -> str:
    """Where a place is in the report's own count, in Chinese: 工作回顾第3节第1条; empty outside of parts."""
    if path[0] not in PARTS:
        return ""
    counted = {"sections": "第{}节", "items": "第{}条"}
    steps = (counted[str(key)].format(at + 1) for key, at in pairwise(path) if isinstance(at, int))
    return FIELDS[Report][str(path[0])].name + "".join(steps)


def _field(path: FieldPath, language: Language) -> str:
    """The name of the field a path ends in; empty for an entry."""
    name = path[-1]
    if isinstance(name, int) or path[:-1] == ("metrics",) or (len(path) == 1 and name in PARTS):
        return ""
    if path[0] == "metrics":
        field = str(path[2])
        year = f" {name}" if field == "history" else ""
        return f"{FIELDS[Metric][field].name if language == 'zh' else field}{year}"
    if language == "en":
        return name
    if len(path) == 1:
        return FIELDS[Report][name].name
    return FIELDS[_RECORDS[str(path[-3])] if len(path) > 2 else Part][name].name
