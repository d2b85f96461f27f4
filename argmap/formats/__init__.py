"""Reading and writing maps in any format.

``load``, ``loads``, ``dumps``, ``draw`` and ``save`` are the functions to call. May
import ``pictures`` and what is below it. Begin with ``tgf`` in ``frameworks``, a small
format that is read and written.

To add a format ``x``, add one file, which is found by itself: ``x.py`` here, or
``format.py`` in a folder ``x`` where it needs other modules, or a module in a folder of
formats that share some (``native``, ``graphs``, ``frameworks``). The format of
``node_link.py`` is called ``node-link``. The module defines

``SUMMARY``
    what the format is, in a few words;
``SUFFIXES``
    the file name suffixes of this format alone, the usual one first;

and, each only where it applies,

``SHARED_SUFFIXES``
    suffixes that other formats use as well: the content of a file decides;
``BESIDE``
    the suffix of a file of the same name that a map may be read with, such as the text that
    it annotates: where there is one, ``parse_x`` gets it as ``beside``;
``IS_FREE_TEXT``
    true where nearly any text is valid, so that other formats are tried first;
``IS_BINARY``
    true where the bytes that ``draw_x`` returns are not text;
``IS_PAGE``
    true where a map of any size can be drawn, without its picture if need be;
``parse_x(file: FileText, losses: Losses) -> ArgumentMap``
    the map in a text; counts in ``losses`` what a map cannot represent, and raises
    InvalidMapError, with the errors that ``documents.diagnostics`` collects;
``recognises_x(sample: Sample) -> bool``
    whether a text looks like this format, and not only like other texts with some of its
    words or signs, such as lists, logs and dialogues;
``generate_x(argument_map: ArgumentMap, losses: Losses) -> str``
    a map as text; counts in ``losses`` what the format cannot represent, and raises
    ArgmapError for a map that it cannot represent at all. A format of tables takes
    ``table: Table | None = None`` as well, for the one to write alone;
``draw_x(argument_map: ArgumentMap, picture: Picture, losses: Losses) -> bytes``
    a map as a picture, or a page with one, with the options in ``picture``.

All are pure, except that drawing runs Graphviz.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from argmap.documents.files import decode, is_file, read_bytes
from argmap.documents.writing import write_bytes, write_text
from argmap.errors import ArgmapError
from argmap.formats._bundled import bundled_name, bundled_names, bundled_path
from argmap.formats._detect import detect, format_of, format_to_write, tried
from argmap.formats._registry import (
    beside_suffix,
    drawable,
    function,
    is_binary,
    is_page,
    names,
    readable,
    recognises,
    shared_suffixes,
    suffixes,
    summary,
    tabular,
    writable,
)
from argmap.formats._table import Table
from argmap.model import ArgumentMap, FileText, InvalidMapError
from argmap.model.losses import Losses

if TYPE_CHECKING:
    from argmap.pictures.picture import Picture

__all__ = [
    "Losses",
    "Table",
    "bundled_name",
    "bundled_names",
    "bundled_path",
    "detect",
    "draw",
    "drawable",
    "dumps",
    "format_of",
    "format_to_write",
    "is_binary",
    "is_page",
    "load",
    "load_bytes",
    "loads",
    "names",
    "readable",
    "recognises",
    "refuse_table",
    "save",
    "shared_suffixes",
    "suffixes",
    "summary",
    "writable",
    "write_bytes",
    "write_text",
]


def load(
    path: str | Path | None = None, format: str | None = None, losses: Losses | None = None
) -> ArgumentMap:
    """Read a map file; the bundled map when no path is given.

    The format is detected from the suffix and the content when none is given; what
    a map cannot represent is counted in ``losses``. Raises ArgmapError for a file that
    cannot be read, and InvalidMapError, which is one, for a file that is no map.
    """
    chosen = bundled_path() if path is None else path
    return load_bytes(read_bytes(chosen), str(chosen), format, losses)


def load_bytes(
    data: bytes, name: str, format: str | None = None, losses: Losses | None = None
) -> ArgumentMap:
    """Read a map from the content of a file called ``name``; otherwise as ``load``.

    A file of another kind is named for what it looks like; where its format is given,
    the errors of the reader follow.
    """
    chosen = format
    try:
        file = decode(data, name)
        chosen = format or detect(file.text, name)
        return _parse(file, chosen, losses, _beside(chosen, name))
    except InvalidMapError as error:
        from argmap.formats._naming import better

        expected = format or tried(name)
        is_asked = format is not None
        raise better(error, data, name, chosen, expected, is_asked=is_asked) from None


def loads(
    text: str, format: str = "yaml", name: str = "<text>", losses: Losses | None = None
) -> ArgumentMap:
    """Read a map from text in a format; messages call the text by ``name``."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise ArgmapError(f"{name}: half of a surrogate pair at character {error.start}") from None
    return _parse(FileText(text.removeprefix("\ufeff"), name), format, losses)


def dumps(
    argument_map: ArgumentMap,
    format: str = "yaml",
    losses: Losses | None = None,
    *,
    table: Table | None = None,
) -> str:
    """Return a map as text in a format; the same map gives the same text.

    What the format cannot represent is counted in ``losses``, and what is left out where
    one ``table`` is written alone. Raises ArgmapError for a format that is only read, is a
    picture or has no tables, and for a map that it cannot represent.
    """
    if table is not None:
        refuse_table(format)
    generate = function("generate", format)
    if generate is None:
        if format in drawable():
            raise ArgmapError(f"{format} is a picture, not text", "argmap export draws it")
        hint = f"it writes {', '.join(writable())}"
        raise ArgmapError(f"argmap reads {format} but does not write it", hint)
    losses = Losses() if losses is None else losses
    losses.format = format
    return str(generate(argument_map, losses, **({"table": table} if table else {})))


def refuse_table(format: str) -> None:
    """Raise ArgmapError for a format that has no tables to choose from."""
    if format not in tabular():
        known = ", ".join(tabular())
        message = f"--table is for {known}, and {format} has no tables"
        raise ArgmapError(message, f"name one with -f: {known}")


def draw(
    argument_map: ArgumentMap,
    format: str = "svg",
    *,
    picture: Picture | None = None,
    losses: Losses | None = None,
) -> bytes:
    """Return a map as a picture in a format; the same map gives the same bytes.

    ``picture`` has the options; by default, theses are on top. What the format cannot
    represent is counted in ``losses``. Raises ArgmapError for a format that is no
    picture, where pygraphviz is missing, and for a map that is too big to be drawn.
    """
    from argmap.pictures.picture import Picture

    function_ = function("draw", format)
    if function_ is None:
        raise ArgmapError(f"{format} is not a picture", f"it draws {', '.join(drawable())}")
    losses = Losses() if losses is None else losses
    losses.format = format
    return bytes(function_(argument_map, picture or Picture(), losses))


def save(argument_map: ArgumentMap, path: str | Path, format: str | None = None) -> Losses:
    """Write a map to a file, whole or not at all, and return what was lost.

    The format is detected from the suffix when none is given; it may be a picture.
    """
    losses = Losses()
    chosen = format or format_to_write(path)
    if chosen in drawable():
        write_bytes(path, draw(argument_map, chosen, losses=losses))
    else:
        write_text(path, dumps(argument_map, chosen, losses))
    return losses


def _beside(format: str, name: str) -> FileText | None:
    """Return the file beside a map that its format reads with it, if there is one."""
    suffix = beside_suffix(format)
    if suffix is None:
        return None
    path = Path(name).with_suffix(suffix) if Path(name).suffix else None
    return decode(read_bytes(path), str(path)) if path and is_file(path) else None


def _parse(
    file: FileText, format: str, losses: Losses | None, beside: FileText | None = None
) -> ArgumentMap:
    parse = function("parse", format)
    if parse is None:
        message = f"argmap writes {format} but does not read it"
        raise ArgmapError(message, f"it reads {', '.join(readable())}")
    losses = Losses() if losses is None else losses
    losses.format = format
    import gc

    # Nothing built here has reference cycles, and looking for them takes most of the time.
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        more = {} if beside is None else {"beside": beside}
        result: ArgumentMap = parse(file, losses, **more)
    finally:
        if was_enabled:
            gc.enable()
    return result
