"""The report as the Markdown that pandoc reads.

Usage, in a workspace: python -m benchmarks.peers.write_markdown
"""

from collections.abc import Iterator
from pathlib import Path

from benchmarks.peers.report_values import Report, read_report


def markdown(report: Report) -> Iterator[str]:
    """The paragraphs of a report; pandoc numbers the headings and makes cover and contents."""
    yield f"---\ntitle: {report['title']}\nsubtitle: {report['label']}\nauthor: {report['organization']}\n"
    yield f"date: {report['year']}\nlang: zh-CN\ntoc-title: 目录\n---\n"
    yield f"# 数说{report['year']}年 {{-}}\n"
    rows = "".join(f"| {metric['label']} | {metric['figure']} |\n" for metric in report["metrics"].values())
    yield f"| 指标 | 数值 |\n|---|---|\n{rows}"
    for part in (report["reviews"], report["tasks"]):
        yield f"# {part['title']}\n"
        yield f"{part['intro']}\n"
        for section in part["sections"]:
            yield f"## {section['title']}\n"
            yield f"{section['lead']}\n"
            yield from (entry(item) for item in section["items"])
    yield f"# {report['insights']['title']}\n"
    for item in report["insights"]["items"]:
        yield f"## {item['title']}\n"
        yield f"**{item['claim']}**\n"
        yield f"{item['text']}\n"


def entry(item: str | Report) -> str:
    """An item as a paragraph, or as an entry of a list."""
    return f"1. {item}\n" if isinstance(item, str) else f"**{item['title']}**{item['text']}\n"


if __name__ == "__main__":
    Path("report.md").write_text("\n".join(markdown(read_report(Path("data/2025.yaml")))), "utf-8")
