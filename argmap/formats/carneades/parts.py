"""What the readers of the parts of a Carneades document share: names, unknown keys, remarks."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from argmap.documents.document import (
    Document,
    Path,
    as_written,
    is_nothing,
    is_scalar,
    value_of,
    what,
)
from argmap.documents.document_reader import DocumentReader
from argmap.formats.carneades.graph import Statement
from argmap.formats.carneades.terms import Language, normalized
from argmap.model.losses import Losses

META = ("meta", "metadata")
REMARKS = ("note", "notes", "description")
_OWNERS: dict[str | int, tuple[str, str]] = {
    "statements": ("a statement", "statements"),
    "arguments": ("an argument", "arguments"),
    "issues": ("an issue", "issues"),
    "tests": ("tests", "tests"),
    "labels": ("labels", "labels"),
}
# Starts of names of statements that an argument is not applicable.
_NOT_APPLICABLE = frozenset(("¬app(", "~app(", "-app("))
_DECLARE = "declare it under statements"


class PartReader(DocumentReader):
    """Reads the parts of one document; ``statements`` are those found so far, by name."""

    def __init__(self, document: Document, losses: Losses) -> None:
        """Begin with the document, whose value is a mapping; ``losses`` counts what is lost."""
        super().__init__(document)
        self.body: dict[str, Any] = document.value
        self.losses = losses
        self.statements: dict[str, Statement] = {}
        self.arguments: dict[str, Any] = {}
        self.has_schemes = bool(value_of(self.body.get("argument_schemes")))
        words = self.part("language")
        self.language = Language({k: as_written(v) for k, v in words.items() if is_scalar(v)})

    def part(self, key: str) -> dict[str, Any]:
        """Return a part of the document, empty where it is missing or an error."""
        return self.mapping((key,), self.body.get(key))

    def entries(self, path: Path, value: Any, known: Collection[str]) -> dict[str, Any]:
        """Return a mapping; count its unknown keys, and report those similar to a known one."""
        found = self.mapping(path, value)
        for key in (key for key in found if key not in known):
            self.check_near(path, key, known)
            owner, owners = _OWNERS[path[0]]
            self.losses.add(f"unknown key of {owner}", 1, f"unknown keys of {owners}", name=key)
        return found

    def reference(self, path: Path, value: Any, *, key: bool = False) -> str | None:
        """Return the name of the statement at a path; None where there is none, an error."""
        if isinstance(value, list | dict) or is_nothing(value):
            self.error(path, "wrong-type", f"this must be a statement, not {what(value)}")
            return None
        name = normalized(as_written(value))
        if name in self.statements or self.is_declared_by_use(path, name):
            return name
        hint = self.diagnostics.near(name, self.statements) or _DECLARE
        self.error(path, "dangling-id", f"there is no statement '{name}'", hint, key=key)
        return None

    def is_declared_by_use(self, path: Path, name: str) -> bool:
        """Return whether the system knows a statement without a declaration; add it if so.

        It knows that an argument is not applicable, and facts for schemes of the file.
        """
        about = name[5:-1] if name[:5] in _NOT_APPLICABLE and name.endswith(")") else None
        if about in self.arguments or (path[0] == "assumptions" and self.has_schemes):
            self.statements[name] = Statement(self.language.say(name), self.offset(path))
            return True
        return False

    def lose_meta(self, key: str) -> None:
        """Count an entry of ``meta`` that a map has no place for."""
        self.losses.add("entry of meta", 1, "entries of meta", name=key, is_minor=True)

    def remarks(self, path: Path, fields: dict[str, Any]) -> tuple[str | None, str | None]:
        """Return the title in the ``meta`` of something, and all other entries as a note."""
        title, lines = None, []
        for key in META:
            for name, value in self.mapping((*path, key), fields.get(key)).items():
                items = [item for _, item in self.items((), value) if not is_nothing(item)]
                if any(isinstance(item, list | dict) for item in items):
                    self.lose_meta(name)
                    continue
                text = ", ".join(as_written(item).strip() for item in items)
                if name == "title":
                    title = text
                elif text:
                    lines.append(text if name in REMARKS else f"{name}: {text}")
        return one_spaced(title), "\n".join(lines) or None


def one_spaced(text: str | None) -> str | None:
    """Return a text with single spaces, None for none."""
    return (" ".join(text.split()) or None) if text else None
