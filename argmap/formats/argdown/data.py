"""The YAML data in an Argdown text: front matter, and entries in braces."""

from __future__ import annotations

import re
from typing import Any

from argmap.documents.diagnostics import Diagnostics
from argmap.documents.document import fail, value_of
from argmap.documents.yaml_scalars import literal
from argmap.formats.argdown.tokens import Token
from argmap.model import FileText, InvalidMapError

_FRONT_MATTER = re.compile(r"\s*(={3,})(.*?)(={3,}|\Z)", re.DOTALL)
# Data of plain words, the most common form, which is read without a YAML parser.
_SIMPLE = re.compile(
    r"\{[A-Za-z]\w*: [A-Za-z0-9][\w.-]*(?:, [A-Za-z]\w*: [A-Za-z0-9][\w.-]*)*\}", re.ASCII
)
_BLOCK = re.compile(r"\{[ \t]*[\r\n]")


class DataReader:
    """Reads the data of one text; errors in them are added to ``diagnostics``."""

    def __init__(self, file: FileText, diagnostics: Diagnostics) -> None:
        """Take the whole text, of which data are a part."""
        self._file = file
        self._diagnostics = diagnostics

    def front_matter(self) -> tuple[dict[str, Any], int]:
        """Return the data between two lines of === at the start, and the offset of their end."""
        found = _FRONT_MATTER.match(self._file.text)
        if found is None:
            return {}, 0
        if not found[3]:
            message = "this front matter is never closed"
            fail(self._file, found.start(1), "syntax", message, "end it with a line of ===")
        data = self._yaml(found[2], found.start(2))
        parser = data.get("parser")
        syntax = value_of(parser.get("syntax")) if isinstance(parser, dict) else None
        if syntax not in {None, "argdown"}:
            message = f"this text is in another syntax, {syntax}, which argmap does not read"
            fail(self._file, found.start(1), "syntax", message)
        return data, found.end()

    def read(self, token: Token) -> dict[str, Any]:
        """Return the entries of data in braces."""
        text = token.value
        if _SIMPLE.fullmatch(text):
            data = dict(entry.split(": ") for entry in text[1:-1].split(", "))
            if len(data) == text.count(": "):
                return {key: literal(value) or value for key, value in data.items()}
        if _BLOCK.match(text):
            text = f" {text[1:-1]} "  # of the same length, so that offsets are right
        return self._yaml(text, token.offset)

    def _yaml(self, text: str, offset: int) -> dict[str, Any]:
        """Return a YAML mapping that starts in the text at ``offset``."""
        from argmap.documents.yaml_document import read_document

        if not text.strip():
            return {}
        try:
            document = read_document(FileText(text))
            document.diagnostics.raise_any()
        except InvalidMapError as error:
            self._diagnostics.add_part(error, offset)
            return {}
        if isinstance(document.value, dict):
            return document.value
        message, hint = "data must be a mapping of keys", "such as {key: value}"
        self._diagnostics.add(offset, "wrong-type", message, hint)
        return {}
