"""Reading a document value by value, collecting its errors."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from argmap.documents.diagnostics import Hint
from argmap.documents.document import Document, Path, as_written, is_nothing, value_of, what
from argmap.documents.fields import Reader, unknown_key_hint
from argmap.documents.unfit import UnfitError


class DocumentReader:
    """Reads the values of one document; ``diagnostics`` are the errors found so far.

    Every method takes the path of a value, for the place of an error in it.
    """

    def __init__(self, document: Document) -> None:
        """Begin with the errors that the parser found."""
        self.document = document
        self.diagnostics = document.diagnostics

    def offset(self, path: Path, *, key: bool = False) -> int:
        """Return where the value at a path starts in the text, or the key that leads to it."""
        return self.document.places.offset(path, key=key)

    def error(
        self, path: Path, code: str, message: str, hint: Hint = None, *, key: bool = False
    ) -> None:
        """Add an error at a path, or at the key that leads there, as ``Diagnostics.add`` does."""
        self.diagnostics.add(self.offset(path, key=key), code, message, hint)

    def mapping(self, path: Path, value: Any) -> dict[str, Any]:
        """Return a mapping as it is; an empty one for null, and after an error."""
        if isinstance(value, dict):
            return value
        if not is_nothing(value):
            self.error(path, "wrong-type", f"{_name(path)} must be a mapping, not {what(value)}")
        return {}

    def known_keys(self, path: Path, body: dict[str, Any], known: Collection[str]) -> list[str]:
        """Return the keys of a mapping that are known, in order, and report the others."""
        for key in body:
            if key not in known:
                self.unknown_key((*path, key), known)
        return [key for key in body if key in known]

    def unknown_key(self, path: Path, known: Collection[str]) -> None:
        """Report the last key of a path as one that is not part of the format."""
        key = str(path[-1])
        self.error(
            path,
            "unknown-key",
            f"unknown key '{key}'",
            lambda: unknown_key_hint(key, tuple(known)),
            key=True,
        )

    def check_near(self, path: Path, key: str, known: Collection[str]) -> None:
        """Report a key that is nearly a known one: nobody means to lose what is under it."""
        from difflib import get_close_matches

        if self.diagnostics.near.may_compare(key, len(known)):
            close = get_close_matches(key.casefold(), known, 1, 0.8)
            if close:
                hint = f"did you mean '{close[0]}'?"
                self.error((*path, key), "unknown-key", f"unknown key '{key}'", hint, key=True)

    def items(self, path: Path, value: Any) -> Iterator[tuple[Path, Any]]:
        """Yield the items of a list, or the one value that stands for a list, with their paths."""
        if isinstance(value, list):
            yield from (((*path, index), item) for index, item in enumerate(value))
        elif not is_nothing(value):
            yield path, value

    def fitting(self, path: Path, name: str, value: Any, read: Reader) -> Any:
        """Return a value as ``read`` gives it; None where it is unfit, which is reported.

        Messages call the value by ``name``.
        """
        try:
            return read(value)
        except UnfitError as unfit:
            for each in (unfit, *unfit.others):
                message = each.message if each.code == "bad-id" else f"{name} {each.message}"
                self.error((*path, *each.path), each.code, message, each.hint)
            return None

    def text(self, path: Path, value: Any) -> str | None:
        """Return a scalar as it is spelled, without white space around it; None for null."""
        if isinstance(value, list | dict):
            self.error(path, "wrong-type", f"{_name(path)} must be text, not {what(value)}")
            return None
        return None if is_nothing(value) else as_written(value).strip() or None

    def boolean(self, path: Path, value: Any) -> bool | None:
        """Return a truth value, which 0 and 1 are too; None for null, and after an error."""
        found = value_of(value)
        if found is None or isinstance(found, bool):
            return found
        if type(found) is int and found in {0, 1}:
            return bool(found)
        self.error(path, "wrong-type", f"{_name(path)} must be true or false, not {what(value)}")
        return None


def _name(path: Path) -> str:
    """Return the last key of a path, which the items of a list share."""
    return next((step for step in reversed(path) if isinstance(step, str)), "this")
