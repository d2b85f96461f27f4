"""Draw the picture in the README: ``python tests/support/picture.py`` writes it anew."""

from __future__ import annotations

import io
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import MONOKAI

from argmap import load
from argmap.analysis.tree import Walk
from argmap.views.rows import Wrapped
from argmap.views.theme import UNICODE
from argmap.views.tree import tree_rows

PATH = Path(__file__).parent.parent / "snapshots" / "tree.svg"


def picture() -> str:
    """Return ``argmap tree no-alliance fragility --depth 2`` as a terminal shows it, as SVG."""
    console = Console(record=True, file=io.StringIO(), width=92, force_terminal=True)
    lines = Walk(load(), depth=2).lines(["no-alliance", "fragility"])
    console.print(Wrapped(tree_rows(lines, UNICODE, unit="paragraph")))
    title = "argmap tree no-alliance fragility --depth 2"
    return console.export_svg(title=title, theme=MONOKAI, unique_id="tree")


if __name__ == "__main__":
    PATH.write_text(picture(), encoding="utf-8")
