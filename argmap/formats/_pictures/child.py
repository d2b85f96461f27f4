"""What runs in a process of its own: Graphviz, on digraphs from standard input.

``child.py FORMAT MOST_PIXELS`` takes them separated by null characters, the preferred
first, and writes that which fits a page best to standard output. A process,
because Graphviz does not hear Ctrl-C, may end with the process it runs in, and
writes its warnings past Python. Nothing of argmap is imported here.
"""

from __future__ import annotations

import re
import signal
import sys
from math import sqrt
from typing import Any

try:
    import resource
except ImportError:  # on Windows
    resource = None  # type: ignore[assignment]

from pygraphviz import AGraph
from pygraphviz import graphviz as library

POINTS = 72  # in an inch
_MOST_MEMORY = 4 << 30  # bytes
_MOST_TIME = 200  # seconds, more than the parent waits
LONGEST = 16_000  # pixels, of a side of a bitmap
_PAGE = 1.6  # how much wider than high a page or a screen is
_GAIN = 0.1  # how much smaller a picture must be to be taken before a preferred one
_SHARPNESS = 2.0  # pixels for a point, where there is room for them


def main(format: str, most_pixels: int) -> None:
    """Draw."""
    _limit()
    if format != "svg" and not _has_font():
        raise SystemExit("no font is installed, and png and pdf need one; svg needs none")
    texts = sys.stdin.buffer.read().decode().split("\0")
    layouts = [_laid_out(text) for text in texts]
    sizes = [size * (1 + _GAIN * number) for number, (size, _, _) in enumerate(layouts)]
    best = sizes.index(min(sizes))
    # Graphviz keeps the attributes of the last graph alone: lines of others lose their looks.
    _, context, graph = layouts[-1] if best == len(texts) - 1 else _laid_out(texts[best])
    if format == "png":
        _scale(context, graph, most_pixels)
    failed, data = library.gvRenderData(context, graph.handle, format.encode())
    if failed:
        raise SystemExit("Graphviz could not draw the map")
    sys.stdout.buffer.write(data)


def _limit() -> None:
    """End a drawing that takes too much time or memory, even where its parent has ended first."""
    if hasattr(signal, "alarm"):
        signal.alarm(_MOST_TIME)
    if resource is not None:
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        soft = _MOST_MEMORY if hard == resource.RLIM_INFINITY else min(_MOST_MEMORY, hard)
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def _has_font() -> bool:
    """Return whether text is drawn at all; where no font is there, it is left out in silence."""
    drawn: bytes = AGraph(string="digraph { a }").draw(format="pdf", prog="dot")
    return b"/FontDescriptor" in drawn


def _laid_out(text: str) -> tuple[float, Any, Any]:
    """Return the side of the page that a graph fits, in points, and the graph laid out."""
    graph = AGraph(string=text)
    context = library.gvContextWithBuiltins()
    if library.gvLayout(context, graph.handle, b"dot"):
        raise SystemExit("Graphviz could not lay the map out")
    library.gvRenderData(context, graph.handle, b"dot")  # which sets the attribute
    _, _, width, height = map(float, graph.graph_attr["bb"].split(","))
    return max(width / _PAGE, height), context, graph


def _scale(context: Any, graph: Any, most_pixels: int) -> None:
    """Make a bitmap as sharp as there is room for."""
    drawn = library.gvRenderData(context, graph.handle, b"svg")[1][:2000].decode()
    found = re.search(r'width="(\d+)pt" height="(\d+)pt"', drawn)
    width, height = (int(number) for number in found.groups()) if found else (1, 1)
    sharpness = min(_SHARPNESS, sqrt(most_pixels / (width * height)), LONGEST / max(width, height))
    # Bitmaps have 96 pixels an inch.
    zoom = sharpness * POINTS / 96
    graph.graph_attr["viewport"] = f"{width * zoom:.3f},{height * zoom:.3f},{zoom:.5f}"


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
