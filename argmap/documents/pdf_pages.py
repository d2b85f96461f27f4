"""A PDF to its numbered pages, whose text is what the file itself says it is.

Pages have the numbers that the file prints on them, where these are whole numbers and each
is given once, as in an article of a journal; otherwise they are counted from 1. A PDF has
lines and no paragraphs.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from shlex import join
from typing import TYPE_CHECKING, NoReturn

from argmap.errors import ArgmapError, missing_extra
from argmap.model.location import Location
from argmap.model.paragraph import PAGE, CountedText, Paragraph

if TYPE_CHECKING:
    from pypdf import PdfReader

MOST_PAGES = 5_000
"""How many pages are read of a PDF; the longest books have 2,000."""
MOST_CHARACTERS = 50_000_000
"""How long the text of all pages may be: ten times that of the longest novel."""

_LISTED = 8  # pages, at the most, in a note


def parse_pdf(data: bytes, name: str) -> CountedText:
    """Return the pages of a PDF; raises ArgmapError where it has no text to be read.

    That is one that is encrypted, broken or too long, one of pictures alone, and any where
    pypdf is not installed.
    """
    reader = _opened(data, name)
    texts = _texts(reader, name)
    bare = [number for number, text in enumerate(texts, 1) if not text]
    if len(bare) == len(texts):
        command = join(["ocrmypdf", name, f"{name.removesuffix('.pdf')}-text.pdf"])
        message = f"'{name}' has pictures of its pages, and no text"
        raise ArgmapError(message, f"have the text recognized, such as by: {command}")
    numbers = _printed_numbers(reader, len(texts))
    places = numbers or range(1, len(texts) + 1)
    pages = {
        number: Paragraph(number, text, Location(name, page, 1))
        for page, (number, text) in enumerate(zip(places, texts, strict=True), 1)
    }
    how = "by the numbers of the pages" if numbers else "from the first page"
    notes = (_without_text(bare),) if bare else ()
    return CountedText(pages, bool(numbers), PAGE, how, notes)


def _opened(data: bytes, name: str) -> PdfReader:
    try:
        import pypdf
    except ImportError:
        message = f"reading '{name}', a PDF, takes pypdf, which is not installed"
        raise missing_extra(message, "sources") from None
    # What it says of files that are not as they should be is for programmers.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not _opens(reader):
            command = join(["qpdf", "--decrypt", "--password=…", name, "open.pdf"])
            hint = f"save a copy without a password, such as by: {command}"
            raise ArgmapError(f"'{name}' is encrypted", hint)
        number = len(reader.pages)
    except ArgmapError:
        raise
    except Exception as error:  # noqa: BLE001 whatever is wrong in a PDF is raised as anything
        _refuse(name, error)
    if not number:
        raise ArgmapError(f"'{name}' has no pages", "is it the whole file?")
    if number > MOST_PAGES:
        message = f"'{name}' has {number:,} pages, more than the {MOST_PAGES:,} that are read"
        raise ArgmapError(message, "save the part that the map is of as a PDF of its own")
    return reader


def _opens(reader: PdfReader) -> bool:
    """Return whether a PDF that is encrypted can be read without a password all the same."""
    from pypdf.errors import DependencyError

    try:
        return bool(reader.decrypt(""))
    except (DependencyError, NotImplementedError):
        return False


def _texts(reader: PdfReader, name: str) -> list[str]:
    """Return the text of each page on one line."""
    texts: list[str] = []
    room = MOST_CHARACTERS
    for page in _pages(reader, name):
        room -= len(page)
        if room < 0:
            message = f"the text of '{name}' is longer than the {MOST_CHARACTERS:,} characters"
            raise ArgmapError(f"{message} that are read of a PDF")
        texts.append(" ".join(page.split()))
    return texts


def _pages(reader: PdfReader, name: str) -> Iterator[str]:
    for number, page in enumerate(reader.pages, 1):
        try:
            yield page.extract_text()
        except Exception as error:  # noqa: BLE001 as above
            _refuse(name, error, number)


def _refuse(name: str, error: Exception, page: int | None = None) -> NoReturn:
    """Raise ArgmapError for a PDF that pypdf cannot read."""
    where = f"page {page} of '{name}'" if page else f"'{name}'"
    text = str(error) or type(error).__name__
    if isinstance(error, RecursionError):
        text = "it is nested too deep"
    hint = "save it again from a viewer of PDFs, or give its text as plain text"
    raise ArgmapError(f"{where} cannot be read as a PDF: {text[:160]}", hint) from None


def _printed_numbers(reader: PdfReader, count: int) -> list[int]:
    """Return the numbers that a PDF gives its pages; empty where they say nothing more."""
    try:
        labels = list(reader.page_labels)
    except Exception:  # noqa: BLE001 labels are an extra, and pages can be counted without
        return []
    if len(labels) != count or not all(label.isascii() and label.isdigit() for label in labels):
        return []
    numbers = [int(label[:_LONGEST_NUMBER]) for label in labels]
    is_usual = numbers == list(range(1, count + 1))
    return [] if is_usual or len(set(numbers)) < count else numbers


_LONGEST_NUMBER = 9  # digits of a place


def _without_text(pages: list[int]) -> str:
    """Return a note on pages that are pictures."""
    named = ", ".join(map(str, pages[:_LISTED])) + (", …" if len(pages) > _LISTED else "")
    noun, verb = ("page", "has") if len(pages) == 1 else ("pages", "have")
    return f"{noun} {named} of this PDF {verb} no text: nothing there is found"
