"""The properties of a PDF: its title, which viewers show instead of the file's name."""

from __future__ import annotations

from io import BytesIO

from argmap.errors import missing_extra
from argmap.model import ArgumentMap
from argmap.model.text import one_line


def with_title(pdf: bytes, argument_map: ArgumentMap) -> bytes:
    """Return a PDF with the title of a map, and without the time at which it was made.

    Raises ArgmapError where pypdf is missing.
    """
    try:
        from pypdf import PdfReader, PdfWriter
        from pypdf.generic import BooleanObject, DictionaryObject, NameObject
    except ImportError:
        message = "a pdf needs pypdf, which is not installed"
        raise missing_extra(message, "draw") from None
    writer = PdfWriter()
    writer.append_pages_from_reader(PdfReader(BytesIO(pdf)))
    writer.metadata = {
        "/Title": one_line(argument_map.title or "An argument map"),
        "/Producer": "argmap",
    }
    shown = {NameObject("/DisplayDocTitle"): BooleanObject(True)}
    writer.root_object[NameObject("/ViewerPreferences")] = DictionaryObject(shown)
    data = BytesIO()
    writer.write(data)
    return data.getvalue()
