"""Graphviz, run in a process of its own on what it reads from standard input.

``child.py PARENT layout`` takes digraphs separated by null characters, and writes, as a
list in JSON, for each its ``text``, with places for everything, and its
``layout``, the same in the JSON of Graphviz.
``child.py PARENT FORMAT MOST_PIXELS LONGEST`` takes a digraph with places and draws
it, a bitmap with at most MOST_PIXELS pixels, LONGEST a side.
``child.py PARENT fonts`` takes characters, and writes those that no font has. PARENT is the id of
the calling process, with which this one ends. It is a process because Graphviz
ignores Ctrl-C, may take down the process it runs in, and writes its warnings past
Python. Nothing of argmap is imported here.
"""

from __future__ import annotations

import ctypes
import json
import os
import re
import signal
import sys
from ctypes.util import find_library
from math import sqrt
from pathlib import Path
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
_SHARPNESS = 2.0  # pixels for a point, where there is room for them


def lay_out(texts: list[str]) -> bytes:
    """Return the text and the layout of each graph."""
    found = []
    for each in texts:
        # One by one: Graphviz knows the attributes of the last graph alone.
        context, graph = _placed(each, b"dot")
        text, layout = (_rendered(context, graph, name) for name in (b"dot", b"json0"))
        found.append({"text": text.decode(), "layout": json.loads(layout)})
    return json.dumps(found).encode()


def draw(text: str, format: str, most_pixels: int, longest: int) -> bytes:
    """Return a graph in which everything has its place as a picture."""
    if format != "svg" and not _has_font():
        raise SystemExit("no font is installed, and png and pdf need one; svg needs none")
    context, graph = _placed(text, b"nop2")
    if format == "png":
        _scale(context, graph, most_pixels, longest)
    return _rendered(context, graph, format.encode())


def _placed(text: str, engine: bytes) -> tuple[Any, Any]:
    """Return a context and a graph in which everything has its place."""
    graph = AGraph(string=text)
    context = library.gvContextWithBuiltins()
    if library.gvLayout(context, graph.handle, engine):
        raise SystemExit("Graphviz could not lay the map out")
    return context, graph


def _rendered(context: Any, graph: Any, format: bytes) -> bytes:
    """Return a graph, laid out, in a format."""
    failed, data = library.gvRenderData(context, graph.handle, format)
    if failed:
        raise SystemExit("Graphviz could not draw the map")
    return bytes(data)


def _scale(context: Any, graph: Any, most_pixels: int, longest: int) -> None:
    """Make a bitmap as sharp as there is room for."""
    drawn = _rendered(context, graph, b"svg")[:2000].decode()
    found = re.search(r'width="(\d+)pt" height="(\d+)pt"', drawn)
    width, height = (int(number) for number in found.groups()) if found else (1, 1)
    sharpness = min(_SHARPNESS, sqrt(most_pixels / (width * height)), longest / max(width, height))
    share = POINTS / 96  # bitmaps have 96 pixels an inch
    # Whole pixels: the ground would show through one that is covered in part alone.
    across, down = (max(1, int(side * sharpness)) * share for side in (width, height))
    graph.graph_attr["viewport"] = f"{across:.6f},{down:.6f},{sharpness * share:.8f}"


def _end_with(parent: int) -> None:
    """Have this process end with its parent, even if that is killed.

    Linux alone can do that; elsewhere it ends when its time is over.
    """
    if sys.platform != "linux":
        return
    ctypes.CDLL(None).prctl(_END_WITH_PARENT, signal.SIGKILL)
    if os.getppid() != parent:  # it ended before this was set
        raise SystemExit("the command that asked for a drawing has ended")


_END_WITH_PARENT = 1  # PR_SET_PDEATHSIG, see prctl(2)


def _limit() -> None:
    """End a drawing that takes too much time or memory."""
    if hasattr(signal, "alarm"):
        signal.alarm(_MOST_TIME)
    if resource is not None:
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        soft = _MOST_MEMORY if hard == resource.RLIM_INFINITY else min(_MOST_MEMORY, hard)
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def _has_font() -> bool:
    """Return whether text is drawn: without a font, Graphviz leaves it out and says nothing."""
    drawn: bytes = AGraph(string="digraph { a }").draw(format="pdf", prog="dot")
    return b"/FontDescriptor" in drawn


def without_font(characters: str) -> str:
    """Return the characters that no font has, by fontconfig, of which Graphviz has its fonts."""
    fontconfig = _fontconfig()
    pointer, number = ctypes.c_void_p, ctypes.c_uint32
    for name, result, *arguments in (
        ("FcInitLoadConfigAndFonts", pointer),
        ("FcConfigGetFonts", ctypes.POINTER(_FontSet), pointer, ctypes.c_int),
        ("FcPatternGetCharSet", ctypes.c_int, pointer, ctypes.c_char_p, ctypes.c_int, pointer),
        ("FcCharSetCreate", pointer),
        ("FcCharSetAddChar", ctypes.c_int, pointer, number),
        ("FcCharSetSubtract", pointer, pointer, pointer),
        ("FcCharSetHasChar", ctypes.c_int, pointer, number),
    ):
        function = getattr(fontconfig, name)
        function.restype, function.argtypes = result, arguments
    left = fontconfig.FcCharSetCreate()
    for character in characters:
        fontconfig.FcCharSetAddChar(left, ord(character))
    found = fontconfig.FcConfigGetFonts(fontconfig.FcInitLoadConfigAndFonts(), 0)
    fonts = found.contents if found else _FontSet()
    for index in range(fonts.number):
        has = pointer()
        if not fontconfig.FcPatternGetCharSet(fonts.fonts[index], b"charset", 0, ctypes.byref(has)):
            left = fontconfig.FcCharSetSubtract(left, has)
    return "".join(each for each in characters if fontconfig.FcCharSetHasChar(left, ord(each)))


class _FontSet(ctypes.Structure):
    """The FcFontSet of fontconfig."""

    _fields_ = (
        ("number", ctypes.c_int),
        ("size", ctypes.c_int),
        ("fonts", ctypes.POINTER(ctypes.c_void_p)),
    )


def _fontconfig() -> Any:
    """Return the library that is in the wheel of pygraphviz, or else that of the system."""
    package = Path(library.__file__).parent
    own = [
        *package.parent.glob("pygraphviz.libs/*fontconfig*"),
        *package.glob(".dylibs/*fontconfig*"),
    ]
    name = str(own[0]) if own else find_library("fontconfig")
    if name is None:
        raise SystemExit("it is unknown what the fonts have: there is no fontconfig")
    return ctypes.CDLL(name)


def main() -> None:
    """Do what the arguments say."""
    parent, task, *numbers = sys.argv[1:]
    _end_with(int(parent))
    _limit()
    given = sys.stdin.buffer.read().decode()
    if task == "layout":
        done = lay_out(given.split("\0"))
    elif task == "fonts":
        done = json.dumps(without_font(given)).encode()
    else:
        done = draw(given, task, *map(int, numbers))
    sys.stdout.buffer.write(done)


if __name__ == "__main__":
    main()
