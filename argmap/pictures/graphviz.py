"""Running Graphviz, in a process of its own, on text in its language."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from argmap.errors import ArgmapError, missing_extra
from argmap.pictures.choice import best
from argmap.pictures.layout import Layout, layout_of

MOST_PIXELS = 64_000_000  # of a bitmap; four bytes each while it is drawn
LONGEST = 16_000  # pixels, of a side of a bitmap
_PATIENCE = 180  # seconds; where claims have many relations, it may take minutes


def laid_out(texts: Sequence[str]) -> Layout:
    """Return the best of several digraphs, the preferred first, laid out.

    Raises ArgmapError where pygraphviz is missing and where Graphviz fails.
    """
    found = json.loads(_run(["layout"], "\0".join(texts)))
    chosen = found[best([each["layout"] for each in found])]
    return layout_of(chosen["text"], chosen["layout"])


def rendered(text: str, format: str) -> bytes:
    """Return a digraph with places as a picture in a format: svg, png or pdf.

    The same text gives the same bytes, where the same fonts are installed.
    Raises what ``laid_out`` raises.
    """
    return _run([format, str(MOST_PIXELS), str(LONGEST)], text)


def without_font(characters: str) -> str:
    """Return the characters that no font of Graphviz has, which it draws as boxes.

    Raises ArgmapError where that cannot be told: where there is no fontconfig.
    """
    return str(json.loads(_run(["fonts"], characters)))


def _run(task: Sequence[str], text: str) -> bytes:
    """Return what Graphviz makes of a text.

    Its warnings, and those of fontconfig, are not passed on.
    """
    _require()
    child = Path(__file__).with_name("child.py")
    try:
        done = subprocess.run(  # noqa: S603 what is run is ours
            [sys.executable, "-P", str(child), str(os.getpid()), *task],
            input=text.encode(),
            capture_output=True,
            check=False,
            timeout=_PATIENCE,
        )
    except subprocess.TimeoutExpired:
        message = f"Graphviz has not drawn this map within {_PATIENCE} seconds"
        raise ArgmapError(message, "draw the part around a claim, with fewer relations") from None
    errors = done.stderr.decode(errors="replace")
    # A label that it cannot read is an error that it goes on after, without the label.
    if done.returncode or not done.stdout or "Error: syntax error" in errors:
        raise ArgmapError("Graphviz could not draw this map", _reason(done.returncode, errors))
    return done.stdout


def _reason(status: int, errors: str) -> str | None:
    """Return the last line of its messages, as a rule the reason, or how the process ended."""
    lines = [line.strip() for line in errors.splitlines() if "fontconfig" not in line.casefold()]
    if status < 0:
        return f"it was ended by signal {-status}; it may need more memory: draw a part of the map"
    return next((line for line in reversed(lines) if line), None)


def is_installed() -> bool:
    """Return whether pygraphviz is installed."""
    try:
        return find_spec("pygraphviz") is not None
    except ValueError:  # barred from being imported
        return False


def _require() -> None:
    if not is_installed():
        message = "a picture of cards needs pygraphviz, which is not installed"
        raise missing_extra(message, "draw")
