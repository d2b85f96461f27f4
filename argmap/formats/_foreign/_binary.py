"""Kinds of files that are no text."""

from __future__ import annotations

from argmap.formats._foreign._content import Content, Kind, archive, kind, starts

_DRAWN = "name the map that it was drawn from"
_UNPACK = "unpack it, and name the map in it"
_NO_MAP = "there is no map to be read in it"
_WRITTEN = "write its claims and relations as a map (argmap new begins one)"
_SAVE = "save it as UTF-8"


def _is_bitmap(content: Content) -> bool:
    return content.data.startswith(b"BM") and b"\0" in content.data[:32]


def _is_program(content: Content) -> bool:
    return content.data.startswith(b"MZ") and b"\0" in content.data[:64]


def _is_wide(content: Content) -> bool:
    """Return whether every second byte of the beginning is null, or three of four are."""
    head = content.data[:200]
    pairs = [(head[start::2], head[1 - start :: 2]) for start in (0, 1)]
    return len(head) > 7 and any(not any(nulls) and any(others) for nulls, others in pairs)


KINDS: tuple[Kind, ...] = (
    kind("a PNG picture", _DRAWN, starts(b"\x89PNG")),
    kind("a JPEG picture", _DRAWN, starts(b"\xff\xd8\xff")),
    kind("a GIF picture", _DRAWN, starts(b"GIF87a", b"GIF89a")),
    kind("a WebP picture", _DRAWN, starts(b"WEBP", at=8)),
    kind("a TIFF picture", _DRAWN, starts(b"II*\0", b"MM\0*")),
    kind("a BMP picture", _DRAWN, _is_bitmap),
    kind("a HEIC or AVIF picture", _DRAWN, starts(b"ftyphei", b"ftypmif1", b"ftypavif", at=4)),
    kind("a Photoshop picture", _DRAWN, starts(b"8BPS")),
    kind("an icon", _NO_MAP, starts(b"\0\0\1\0")),
    kind("a PDF document", _DRAWN, starts(b"%PDF-")),
    kind("a PostScript document", _DRAWN, starts(b"%!PS")),
    kind("a Word document", _WRITTEN, archive(b"word/document.xml")),
    kind(
        "an Excel workbook",
        "save the sheet of its claims as CSV, with columns such as id, text, relation, target",
        archive(b"xl/workbook.xml", b"xl/workbook.bin"),
    ),
    kind("a PowerPoint presentation", _WRITTEN, archive(b"ppt/presentation.xml")),
    kind("a Visio drawing", _DRAWN, archive(b"visio/document.xml")),
    kind("a document of Pages, Numbers or Keynote", _WRITTEN, archive(b".iwa")),
    kind("an EPUB book", _WRITTEN, starts(b"mimetypeapplication/epub+zip", at=30)),
    kind(
        "an OpenDocument file",
        "save a spreadsheet as CSV, with columns such as id, text, relation, target",
        starts(b"mimetypeapplication/vnd.oasis.opendocument", at=30),
        archive(b"settings.xml", b"mimetype"),
    ),
    kind("a map of MindManager", _WRITTEN, archive(b"Document.xml")),
    kind(
        "a map of XMind",
        "XMind exports it as Markdown or OPML, which show what to write as Argdown",
        archive(b"content.json", b"content.xml"),
    ),
    kind("a zip archive", _UNPACK, starts(b"PK\x03\x04", b"PK\x05\x06")),
    kind(
        "a file of an old Word, Excel or PowerPoint",
        "save a sheet as CSV, with columns such as id, text, relation, target",
        starts(b"\xd0\xcf\x11\xe0"),
    ),
    kind("a gzip archive", f"{_UNPACK} (gunzip)", starts(b"\x1f\x8b")),
    kind("a bzip2 archive", f"{_UNPACK} (bunzip2)", starts(b"1AY&SY", at=4)),
    kind("an xz archive", f"{_UNPACK} (unxz)", starts(b"\xfd7zXZ")),
    kind("a Zstandard archive", f"{_UNPACK} (unzstd)", starts(b"\x28\xb5\x2f\xfd")),
    kind("a 7-Zip archive", _UNPACK, starts(b"7z\xbc\xaf\x27\x1c")),
    kind("a RAR archive", _UNPACK, starts(b"Rar!\x1a\x07")),
    kind(
        "a compressed file",
        _UNPACK,
        starts(b"\x1f\x9d", b"\x04\x22\x4d\x18", b"LZIP\1", b"MSCF\0", b"\x5d\0\0"),
    ),
    kind(
        "an encrypted file",
        "decrypt it, and name the map in it",
        starts(b"Salted__", b"age-encryption.org/", b"LUKS\xba\xbe", b"\x03\xd9\xa2\x9a"),
        starts(b"$ANSIBLE_VAULT", b"-----BEGIN PGP MESSAGE", b"-----BEGIN AGE ENCRYPTED"),
        starts(b"\x85\1\x0c\3", b"\x85\2\x0c\3", b"\x84\x5e\3", b"\x8c\x0d\4"),
    ),
    kind("a tar archive", f"{_UNPACK} (tar -xf)", starts(b"ustar", at=257)),
    kind(
        "an SQLite database",
        "write its claims and relations to a CSV file, with columns such as id, text, target",
        starts(b"SQLite format 3\0"),
    ),
    kind("a Parquet table", "save its rows as CSV", starts(b"PAR1")),
    kind("a NumPy array", _NO_MAP, starts(b"\x93NUMPY")),
    kind("an HDF5 file", _NO_MAP, starts(b"\x89HDF")),
    kind(
        "a pickle of Python",
        "write the map in it with argmap.save",
        starts(*(bytes((0x80, protocol)) for protocol in range(2, 6))),
    ),
    kind(
        "a program",
        _NO_MAP,
        starts(b"\x7fELF", b"\0asm", b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe"),
        starts(b"!<arch>\n", b"\xed\xab\xee\xdb"),
        _is_program,
    ),
    kind(
        "a sound or video",
        _NO_MAP,
        starts(b"ID3", b"OggS", b"fLaC", b"\x1a\x45\xdf\xa3", b"MThd\0"),
        starts(b"\xff\xfb", b"\xff\xf3", b"\xff\xf2"),
        starts(b"WAVE", b"AVI ", at=8),
        starts(b"ftyp", at=4),
    ),
    kind("a font", _NO_MAP, starts(b"\0\1\0\0\0", b"OTTO\0", b"wOFF", b"wOF2")),
    kind("UTF-16 or UTF-32 without a byte order mark", _SAVE, _is_wide),
)
