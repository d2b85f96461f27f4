"""Reading a document value by value, collecting what is wrong with it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from argmap.documents.document import Document, Path, as_written, is_nothing, value_of, what
from argmap.model import Diagnostic
from argmap.suggestions import Near


class DocumentReader:
    """Reads the values of one document; ``problems`` are all the mistakes found so far.

    Every method takes the path of a value, for the place of a mistake in it.
    """

    def __init__(self, document: Document) -> None:
        """Begin with the mistakes that the parser found."""
        self.document = document
        self.problems = list(document.problems)
        self.near = Near()

    def offset(self, path: Path, *, key: bool = False) -> int:
        """Return where the value at a path starts in the text, or the key that leads to it."""
        return self.document.places.offset(path, key=key)

    def problem(
        self, path: Path, code: str, message: str, hint: str | None = None, *, key: bool = False
    ) -> None:
        """Collect a mistake; the fields are those of Diagnostic."""
        location = self.document.file.location(self.offset(path, key=key))
        self.problems.append(Diagnostic(code, message, location, hint))

    def mapping(self, path: Path, value: Any) -> dict[str, Any]:
        """Return a mapping as it is; an empty one for nothing, and for a mistake."""
        if isinstance(value, dict):
            return value
        if not is_nothing(value):
            self.problem(path, "wrong-type", f"{_named(path)} must be a mapping, not {what(value)}")
        return {}

    def check_near(self, path: Path, key: str, known: Collection[str]) -> None:
        """Report a key that is nearly a known one: nobody means to lose what is under it."""
        from difflib import get_close_matches

        if self.near.may_compare(key, len(known)):
            close = get_close_matches(key.casefold(), known, 1, 0.8)
            if close:
                hint = f"did you mean '{close[0]}'?"
                self.problem((*path, key), "unknown-key", f"unknown key '{key}'", hint, key=True)

    def items(self, path: Path, value: Any) -> Iterator[tuple[Path, Any]]:
        """Yield the items of a list, or the one value that stands for a list, with their paths."""
        if isinstance(value, list):
            yield from (((*path, index), item) for index, item in enumerate(value))
        elif not is_nothing(value):
            yield path, value

    def text(self, path: Path, value: Any) -> str | None:
        """Return a scalar as it is written, without white space around it; None for nothing."""
        if isinstance(value, list | dict):
            self.problem(path, "wrong-type", f"{_named(path)} must be text, not {what(value)}")
            return None
        return None if is_nothing(value) else as_written(value).strip() or None

    def boolean(self, path: Path, value: Any) -> bool | None:
        """Return a truth value, which 0 and 1 are too; None for nothing, and for a mistake."""
        found = value_of(value)
        if found is None or isinstance(found, bool):
            return found
        if type(found) is int and found in {0, 1}:
            return bool(found)
        message = f"{_named(path)} must be true or false, not {what(value)}"
        self.problem(path, "wrong-type", message)
        return None


def _named(path: Path) -> str:
    """Return the last key of a path; its last list has no name of its own."""
    return next((step for step in reversed(path) if isinstance(step, str)), "this")
