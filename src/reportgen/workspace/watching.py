"""Waits until files change: the system's events wake it at once; where there are none, it looks every second."""

import os
import time
from collections.abc import Iterable, Mapping
from pathlib import Path

from reportgen.workspace.files import file_stamps

Stamps = Mapping[Path, tuple[int, ...] | None]
"""Files with what tells whether they are as they were; None for one that is not there."""

_LOOK_EVERY = 1.0
"""Seconds between two looks at all files, since network folders send no events."""

_LOOK_WITHOUT_EVENTS = 0.3
"""The same where the system can send none."""

_QUIET = 0.04
"""Seconds without a change after which a burst of saves is over."""

_LONGEST_BURST = 0.5


def stamps_of(paths: Iterable[Path]) -> Stamps:
    """The files as they are now."""
    paths = tuple(paths)
    return dict(zip(paths, file_stamps(paths), strict=True))


def wait_for_changes(seen: Stamps) -> frozenset[Path]:
    """Waits until some files are no longer as they were, or are saved as they were; which of them.

    A burst of saves is one change.
    """
    if _changed(seen):
        return _once_quiet(seen)
    try:
        return _wait_for_events(seen)
    except (OSError, RuntimeError):  # too many folders are watched already, or one is gone by now
        return _wait_without_events(seen)


def _wait_for_events(seen: Stamps) -> frozenset[Path]:
    """As ``wait_for_changes``, woken by the system.

    Raises:
        OSError: the system sends no events.
        RuntimeError: as watchfiles names such faults.

    """
    from watchfiles import watch

    known = _by_real_path(seen)
    events = watch(
        *{path.parent for path in known if path.parent.is_dir()},
        watch_filter=lambda _, path: Path(path) in known,
        recursive=False,
        step=round(_QUIET * 1000),
        debounce=round(_LONGEST_BURST * 1000),
        rust_timeout=round(_LOOK_EVERY * 1000),
        yield_on_timeout=True,
    )
    for saved in events:
        if saved:
            return _changed(seen) | {known[Path(path)] for _, path in saved}
        if _changed(seen):
            return _once_quiet(seen)
    raise RuntimeError  # it ends only when it is told to


def _wait_without_events(seen: Stamps) -> frozenset[Path]:
    """As ``wait_for_changes``, by looking."""
    while not _changed(seen):
        time.sleep(_LOOK_WITHOUT_EVENTS)
    return _once_quiet(seen)


def _once_quiet(seen: Stamps) -> frozenset[Path]:
    """What has changed, once it is no longer being written."""
    now, before = stamps_of(seen), None
    while now != before:
        time.sleep(_QUIET)
        now, before = stamps_of(seen), now
    return _changed(seen)


def _changed(seen: Stamps) -> frozenset[Path]:
    now = stamps_of(seen)
    return frozenset(path for path, stamp in seen.items() if now[path] != stamp)


def _by_real_path(paths: Iterable[Path]) -> dict[Path, Path]:
    """Some files by the paths that events name them with: in their folders' real places, and where links lead."""
    known: dict[Path, Path] = {}
    for path in paths:
        known[Path(os.path.realpath(path))] = path
        known[Path(os.path.realpath(path.parent)) / path.name] = path
    return known
