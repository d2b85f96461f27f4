"""A file with the text of a source to its numbered paragraphs, whatever kind of file it is.

Plain text, Markdown, HTML and PDF are read; a file of another kind that is often a text is
named, with how to make it one of these. What a file is, its content decides.
"""

from __future__ import annotations

import re
from pathlib import Path
from shlex import join
from typing import NamedTuple

from argmap.documents.files import decode, read_bytes
from argmap.errors import ArgmapError
from argmap.model import FileText
from argmap.model.paragraph import CountedText

MOST_OF_PAGE = 64 << 20
"""The size in bytes of the biggest web page that is read; pictures may be within it."""

_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*+"
    rb"<(?:!doctype\s+html|html|head|body)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_HTML_NAMES = (".html", ".htm", ".xhtml", ".xht")
_META = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([\w.:-]{1,40})""", re.IGNORECASE)
_HEAD = 4_096  # bytes in which a file shows what it is


class _Kind(NamedTuple):
    """A kind of file that is no text: what it is called, and the signs and names it has."""

    name: str
    signs: tuple[bytes, ...]
    suffixes: tuple[str, ...]
    is_for_pandoc: bool = True


_ZIP = b"PK\x03\x04"
_OTHERS = (
    _Kind("a Word document", (_ZIP,), (".docx", ".docm", ".dotx")),
    _Kind("an OpenDocument text", (_ZIP,), (".odt", ".ott", ".fodt")),
    _Kind("an EPUB book", (_ZIP,), (".epub",)),
    _Kind("a rich text file", (b"{\\rtf",), (".rtf",)),
    _Kind("an old Word document", (b"\xd0\xcf\x11\xe0",), (".doc", ".dot"), is_for_pandoc=False),
    _Kind("a Pages document", (_ZIP,), (".pages",), is_for_pandoc=False),
    _Kind("a web archive", (b"bplist",), (".webarchive",), is_for_pandoc=False),
    _Kind("an archive of a web page", (), (".mht", ".mhtml"), is_for_pandoc=False),
    _Kind("a book for Kindle", (), (".mobi", ".azw", ".azw3"), is_for_pandoc=False),
)
_INSIDE = {b"word/": 0, b"application/vnd.oasis.opendocument.text": 1, b"application/epub+zip": 2}


def read_source_file(path: str | Path) -> CountedText:
    """Return the paragraphs of a source text, or its pages if it is a PDF.

    Raises ArgmapError where there are none, or the file cannot be read.
    """
    text = parse_source(read_bytes(path), str(path))
    if not text.paragraphs:
        raise ArgmapError(f"there is no paragraph in '{path}'", "is it the text of the source?")
    return text


def parse_source(data: bytes, name: str) -> CountedText:
    """Return the paragraphs in the content of a file called ``name``; raises ArgmapError."""
    if b"%PDF-" in data[:1024]:
        from argmap.documents.pdf_pages import parse_pdf

        return parse_pdf(data, name)
    _refuse_others(data[:_HEAD], name)
    if name.lower().endswith(_HTML_NAMES) or _HTML.match(data[:_HEAD]):
        from argmap.documents.html_paragraphs import parse_html

        if len(data) > MOST_OF_PAGE:
            limit = f"{MOST_OF_PAGE >> 20} MB"
            message = f"'{name}' has more than the {limit} that are read of a web page"
            raise ArgmapError(message, "save it without its pictures")
        return parse_html(_decoded(data, name))
    from argmap.documents.paragraphs import parse_paragraphs

    return parse_paragraphs(decode(data, name))


def _refuse_others(head: bytes, name: str) -> None:
    """Raise ArgmapError for a document of a kind that is not read, with what to do."""
    kind = _kind_of(head, name.lower())
    if kind is None:
        return
    message = f"'{name}' is {kind.name}, which is not read as a source"
    stem = str(Path(name).with_suffix(""))
    if kind.is_for_pandoc:
        command = join(["pandoc", name, "-s", "-o", f"{stem}.html"])
        raise ArgmapError(message, f"convert it with pandoc: {command}")
    raise ArgmapError(message, f"open it and save it as a web page: {stem}.html")


def _kind_of(head: bytes, name: str) -> _Kind | None:
    """Return the kind of a document: by its name, if it begins like one, or what is in it."""
    for kind in _OTHERS:
        is_named = name.endswith(kind.suffixes)
        if is_named and (not kind.signs or head.startswith(kind.signs)):
            return kind
        if kind.signs and _ZIP not in kind.signs and head.startswith(kind.signs):
            return kind
    if head.startswith(_ZIP):
        return next((_OTHERS[n] for mark, n in _INSIDE.items() if mark in head), None)
    return _OTHERS[1] if name.endswith(".fodt") else None


def _decoded(data: bytes, name: str) -> FileText:
    """Return a page as text, in the encoding that it says it has; UTF-8 where it says none.

    Raises InvalidMapError at a byte that is not of it.
    """
    found = _META.search(data[:_HEAD])
    encoding = found[1].decode() if found else "utf-8"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    if encoding.lower() not in {"utf-8", "utf8"}:
        try:
            # What a browser takes for Latin 1, too.
            is_latin = encoding.lower() in {"iso-8859-1", "latin1", "ascii", "us-ascii"}
            text = data.decode("cp1252" if is_latin else encoding)
            return FileText(text.removeprefix("\ufeff"), name)
        except (UnicodeDecodeError, LookupError, ValueError):
            pass  # the error of UTF-8 follows, if it is not that after all
    return decode(data, name)
