"""What a template script does before it fills a template: the YAML read, its figures put into its texts."""

import re
from pathlib import Path
from typing import Any

import yaml

Report = dict[str, Any]
"""A report as YAML gives it: a template script knows no types."""


def read_report(path: Path) -> Report:
    """The report of a file, read by PyYAML's fast loader, with every 【…】 replaced by what it prints."""
    report: Report = yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
    figures = {name: _figure(metric) for name, metric in report["metrics"].items()}
    figures |= {"本年": str(report["year"]), "下年": str(report["year"] + 1)}
    for part in ("reviews", "tasks", "insights"):
        report[part] = _filled(report[part], figures)
    for metric in report["metrics"].values():
        metric["figure"] = _figure(metric)
    return report


def _figure(metric: Report) -> str:
    """A metric as it prints: 5.8万人次."""
    scale = metric.get("scale", "")
    value = metric["value"] / 10_000 if scale == "万" else metric["value"]
    return f"{value}{scale}{metric.get('qualifier', '')}{metric['unit']}"


def _filled(value: Any, figures: dict[str, str]) -> Any:
    """A part of a report with its references replaced."""
    if isinstance(value, str):
        return re.sub("【(.+?)】", lambda found: figures.get(found[1], found[0]), value)
    if isinstance(value, list):
        return [_filled(each, figures) for each in value]
    return {key: _filled(each, figures) for key, each in value.items()}
