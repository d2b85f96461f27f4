"""Writing results to standard output and everything else to standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Any, NoReturn

import typer

from argmap.errors import ArgmapError, reason
from argmap.model import InvalidMapError
from argmap.views.rows import INDENT, Row, Wrapped, plain
from argmap.views.theme import ASCII, UNICODE, Glyphs

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

    from argmap.formats import Losses


class Charset(StrEnum):
    """The characters to draw with."""

    AUTO = "auto"
    UNICODE = "unicode"
    ASCII = "ascii"


class Format(StrEnum):
    """How a command that answers a question prints the answer."""

    TEXT = "text"
    JSON = "json"


class ReviewFormat(StrEnum):
    """How a command prints what is also read in reviews."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


def chosen_format(format_: Format | None, *, json: bool) -> Format | None:
    """Return the format asked for; None for whatever suits standard output."""
    return Format.JSON if json else format_


def is_for_terminal(format_: Format | None) -> bool:
    """Return whether to colour and wrap: on a terminal, unless a format is named."""
    return format_ is None and (_is_terminal(sys.stdout) or bool(os.environ.get("FORCE_COLOR")))


def is_on_screen(format_: Format | None) -> bool:
    """Return whether a person sees the output as it comes: on a terminal, and wrapped to it.

    A pipe with FORCE_COLOR has colour, but is for other programs to read.
    """
    return is_for_terminal(format_) and _is_terminal(sys.stdout)


def _is_terminal(stream: Any) -> bool:
    return bool(stream.isatty())


def glyphs(charset: Charset) -> Glyphs:
    """Return the signs of a character set; for ``auto``, Unicode if the encoding has it."""
    if charset is Charset.AUTO:
        kinds = (UNICODE.relations, UNICODE.marks, UNICODE.statuses)
        signs = "".join([UNICODE.branch, *(sign for kind in kinds for sign in kind.values())])
        try:
            signs.encode(sys.stdout.encoding or "ascii")
        except (UnicodeEncodeError, LookupError):
            return ASCII
        return UNICODE
    return ASCII if charset is Charset.ASCII else UNICODE


def width(format_: Format | None) -> int | None:
    """Return the width of the terminal; None where lines are not wrapped."""
    if not is_on_screen(format_):
        return None
    return max(get_terminal_size().columns, 1)


def most_indents(format_: Format | None) -> int:
    """Return how many indents deep a proof may go before it starts again at the margin.

    On a terminal they may take about two fifths of the width.
    """
    columns = width(format_)
    return 64 if columns is None else max(columns // 5, 4)


def has_italics(format_: Format | None) -> bool:
    """Return whether italics can be seen."""
    return width(format_) is not None and os.environ.get("TERM") not in {"dumb", "unknown"}


def show_rows(rows: Iterable[Row], format_: Format | None = None) -> None:
    """Print rows: wrapped and styled on a terminal, otherwise each on a line of its own."""
    if is_for_terminal(format_):
        show(Wrapped(rows))
    else:
        write_lines(plain(rows))


def print_rows(
    rows: Iterable[Row], data: Callable[[], object], format_: Format | None = None
) -> None:
    """Print an answer as rows, or its data as JSON."""
    if format_ is Format.JSON:
        write_json(data())
    else:
        show_rows(rows, format_)


def print_table(
    table: Callable[[], RenderableType],
    lines: Iterable[str],
    data: Callable[[], object],
    format_: Format | None = None,
) -> None:
    """Print an answer as a table on a terminal and as lines elsewhere, or its data as JSON."""
    if format_ is Format.JSON:
        write_json(data())
    elif is_for_terminal(format_):
        show(table())
    else:
        write_lines(lines)


def show(renderable: RenderableType) -> None:
    """Print a Rich renderable."""
    console = _console(sys.stdout)
    with console.capture() as capture:
        console.print(renderable)
    write(capture.get())


def _console(stream: Any) -> Console:
    from rich.console import Console

    # Unless it is given both sizes, Rich takes every dumb terminal to be 80 wide. In
    # a pipe with FORCE_COLOR there is colour, but nothing is wrapped or cut.
    width, height = get_terminal_size()
    return Console(
        file=stream,
        width=width if _is_terminal(stream) else 1_000_000,
        height=height,
        highlight=False,
        markup=False,
        emoji=False,
    )


def write_lines(lines: Iterable[str]) -> None:
    """Write lines to standard output as they come."""
    batch: list[str] = []
    for line in lines:
        batch.append(line)
        if len(batch) == _BATCH:
            write("\n".join(batch) + "\n")
            batch.clear()
    write("\n".join([*batch, ""]))


_BATCH = 1000


def write_json(value: object) -> None:
    """Write a value as JSON: indented, unless it is long, as deep trees are mostly indents."""
    from argmap.model.plain import json_text

    text = json_text(value)
    write((text if len(text) <= _LONGEST_INDENTED else json_text(value, indent=None)) + "\n")


_LONGEST_INDENTED = 200_000  # characters


def write(text: str) -> None:
    """Write text to standard output, all of it.

    Ends the command quietly if the reader has closed the pipe (``| head``); raises
    ArgmapError for any other failure.
    """
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        exit_quietly()
    except OSError as error:
        raise unwritable(error) from None


def refuse_terminal(what: str) -> None:
    """Raise ArgmapError if standard output is a terminal; ``what`` is the binary output."""
    if _is_terminal(sys.stdout):
        raise ArgmapError(f"{what} cannot be printed on a terminal", "write it to a file with -o")


def write_data(data: bytes) -> None:
    """Write bytes to standard output, all of them, as ``write`` does."""
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        exit_quietly()
    except OSError as error:
        raise unwritable(error) from None


def exit_quietly() -> NoReturn:
    """End the command with status 0 and without a message: its reader has closed the pipe."""
    _abandon(sys.stdout)
    raise typer.Exit(0) from None


def unwritable(error: OSError) -> ArgmapError:
    """Abandon standard output, and return the error to report."""
    _abandon(sys.stdout)
    return ArgmapError(f"cannot write to standard output: {reason(error)}")


def _abandon(stream: Any) -> None:
    """Redirect a stream that cannot be written to the null device, so that closing it works."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def say(message: str, style: str = "") -> None:
    """Print a sentence on standard error."""
    say_rows([Row([(message, style)])])


class _Notes:
    """Whether notes are printed; the option --quiet of each command decides."""

    is_on = True


def print_notes(is_on: bool) -> None:
    """Print the notes that follow, or silence them."""
    _Notes.is_on = is_on


def note(message: str) -> None:
    """Print a note on standard error: what a reader should know, though nothing failed."""
    from argmap.model.text import one_line

    if _Notes.is_on:
        say(f"note: {one_line(message)}")


def say_losses(losses: Losses, sentence: str, doing: str, *, json: bool) -> None:
    """Print what was not kept, if anything, and other notes on standard error.

    They are sentences, or with ``json`` one line of JSON: ``{"reading": format,
    "losses": [{"count": 2, "what": "keys", "names": ["x", "y"]}, …]}`` and, if there are
    other notes, ``"notes": [sentence, …]``; ``doing`` is the first key.
    """
    if not _Notes.is_on or not (losses.counts or losses.notes):
        return
    if json:
        from argmap.model.plain import json_text

        said = {doing: losses.format, "losses": losses.records()}
        say(json_text(said | ({"notes": losses.notes} if losses.notes else {}), indent=None))
        return
    if losses.counts:
        note(f"{sentence}: {losses}")
    for each in losses.notes:
        note(each)


def say_losses_of_files(losses: Sequence[Losses], *, json: bool) -> None:
    """Print what was not kept in reading several files, all together; else as ``say_losses``."""
    if len(losses) == 1:
        (of_all,) = losses
        sentence = f"read as {of_all.format}; not kept"
    else:
        from argmap.formats import Losses

        of_all = Losses()
        of_all.format = ", ".join(sorted({each.format for each in losses if each.counts}))
        for each in losses:
            of_all.include(each)
        lossy = sum(bool(each.counts) for each in losses)
        sentence = f"not kept of {lossy:,} of {len(losses):,} files"
    say_losses(of_all, sentence, "reading", json=json)


def say_error(error: ArgmapError) -> None:
    """Print an error and its hint on standard error, with its places if it has any."""
    if isinstance(error, InvalidMapError):
        from argmap.views.diagnostics import error_rows

        say_rows(error_rows(error))
        return
    from argmap.model.text import one_line

    lines = [Row([("argmap: ", ""), ("error: ", "error"), (one_line(error.message), "")])]
    if error.hint:
        lines.append(Row([(one_line(error.hint), "")], INDENT, INDENT))
    say_rows(lines)


def say_rows(rows: Iterable[Row]) -> None:
    """Print rows on standard error."""
    stream = sys.stderr
    try:
        if _is_terminal(stream):
            _console(stream).print(Wrapped(rows), soft_wrap=True)
        else:
            stream.write("\n".join([*plain(rows), ""]))
            stream.flush()
    except OSError:
        _abandon(stream)  # nobody reads it; the exit status still says what happened
