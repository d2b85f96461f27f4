"""A progress bar on standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from time import monotonic
from typing import TypeVar

_T = TypeVar("_T")
_PATIENCE = 1.0  # seconds without a bar


def with_progress(items: Sequence[_T], doing: str) -> Iterator[_T]:
    """Yield the items; on a terminal, show a progress bar after a second."""
    if not sys.stderr.isatty():
        yield from items
        return
    start = monotonic()
    for number, item in enumerate(items):
        if monotonic() - start > _PATIENCE:
            yield from _with_bar(items, number, doing)
            return
        yield item


def _with_bar(items: Sequence[_T], done: int, doing: str) -> Iterator[_T]:
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(file=sys.stderr), transient=True) as progress:
        task = progress.add_task(doing, total=len(items), completed=done)
        for item in items[done:]:
            yield item
            progress.advance(task)
