"""Small PDFs, written by hand: a page for each text, in the one font that needs no file."""

from __future__ import annotations

import io


def pdf(*pages: str, labels: str | None = None) -> bytes:
    """Return a PDF with a page for each text, a line for each of its lines.

    ``labels`` is what the PDF says its pages are numbered by, such as ``<< /S /D /St 613 >>``.
    """
    numbers = range(4, 4 + 2 * len(pages), 2)
    kids = " ".join(f"{number} 0 R" for number in numbers)
    catalogue = "<< /Type /Catalog /Pages 2 0 R"
    catalogue += f" /PageLabels << /Nums [0 {labels}] >> >>" if labels else " >>"
    objects = [
        catalogue,
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, text in zip(numbers, pages, strict=True):
        resources = "<< /Font << /F 3 0 R >> >>"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources {resources}"
            f" /Contents {number + 1} 0 R >>"
        )
        content = _content(text)
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    return _file(objects)


def _content(text: str) -> str:
    lines = [
        line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        for line in text.splitlines()
    ]
    shown = " ".join(f"({line}) Tj T*" for line in lines)
    return f"BT /F 12 Tf 14 TL 60 780 Td {shown} ET" if text else ""


def _file(objects: list[str]) -> bytes:
    """Return objects as a file, with the table of where each stands."""
    data = bytearray(b"%PDF-1.4\n")
    places = []
    for number, each in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{each}\nendobj\n".encode("cp1252")
    start = len(data)
    data += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    for place in places:
        data += f"{place:010} 00000 n \n".encode()
    data += (
        f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    )
    return bytes(data)


def encrypted(data: bytes, password: str) -> bytes:
    """Return a PDF that takes a password to be read, empty where anyone may read it."""
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    writer.encrypt(password, "the owner's", algorithm="RC4-128")
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()
