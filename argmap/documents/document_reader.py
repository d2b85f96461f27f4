"""Reading a document value by value, collecting its errors."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from argmap.documents._yaml_values import in_quotes
from argmap.documents.diagnostics import Hint
from argmap.documents.document import (
    Document,
    Literal,
    Path,
    as_written,
    is_nothing,
    value_of,
    what,
)
from argmap.documents.field_values import Reader
from argmap.documents.fields import is_relation_key, unknown_key_hint
from argmap.documents.unfit import UnfitError
from argmap.documents.yaml_scalars import literal
from argmap.suggestions import nearest

if TYPE_CHECKING:
    from argmap.documents._misread_keys import MisreadKeys


_COMMENT = re.compile(r"[ \t]*(?:\r?\n[ \t]+)?(#[^\s#][^\r\n]*)")


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

    def mapping(self, path: Path, value: Any, hint: str | None = None) -> dict[str, Any]:
        """Return a mapping as it is; an empty one for null, and after an error.

        ``hint`` is how to write one.
        """
        if isinstance(value, dict):
            return value
        if not is_nothing(value):
            message = f"{_name(path)} must be a mapping, not {what(value)}"
            self.error(path, "wrong-type", message, hint)
        return {}

    def known_keys(self, path: Path, body: dict[str, Any], known: Collection[str]) -> list[str]:
        """Return the keys of a mapping that are known, in order, and report the others."""
        self.unknown_keys(path, body, known)
        return [key for key in body if key in known]

    def unknown_keys(
        self,
        path: Path,
        body: dict[str, Any],
        known: Collection[str],
        unfit: Collection[str] = (),
        missing: Sequence[str] = (),
    ) -> Collection[str]:
        """Report the keys of a mapping that are not part of the format.

        Of those that are near no other, the first are taken for the keys ``missing``.
        Return the known keys that need no other report: those that unknown ones are
        meant for, and those of ``unfit``, whose values cannot be read, that are misread.
        """
        strange = [key for key in body if key not in known or key in unfit]
        if not strange:
            return ()
        misread = self.misread_keys(path, strange, known)
        handled = {*misread.keys, *misread.meant}
        wanted = [key for key in missing if key not in handled]
        unknown = [key for key in strange if key not in misread.keys and key not in known]
        of_relation = [key for key in unknown if is_relation_key(key, known)]
        for key in unknown:
            if key not in of_relation[1:]:
                handled.update(self._unknown_key((*path, key), known, wanted))
        return handled

    def misread_keys(
        self, path: Path, keys: Collection[str], known: Collection[str]
    ) -> MisreadKeys:
        """Report those of some keys that are none, or misspelt ones of ``known``; return them.

        ``known`` is empty where a key may be anything.
        """
        from argmap.documents._misread_keys import MisreadKeys

        found = MisreadKeys(self.document, path, keys, known)
        for slip in found.slips:
            self.diagnostics.add(slip.offset, slip.code, slip.message, slip.hint)
        return found

    def by_name(self, path: Path, body: dict[str, Any]) -> dict[str, Any]:
        """Return a mapping whose keys may be anything, less those that are none."""
        empty = {key for key, value in body.items() if is_nothing(value)}
        if not empty:
            return body
        misread = self.misread_keys(path, empty, ()).keys
        return {key: value for key, value in body.items() if key not in misread}

    def _unknown_key(
        self, path: Path, known: Collection[str], wanted: list[str]
    ) -> Collection[str]:
        """Report the last key of a path as unknown; return the known key that is meant.

        That is the nearest one, or the first of those ``wanted``, which it then no longer is.
        """
        key = str(path[-1])
        names = tuple(known)
        near = nearest(key, names) if self.diagnostics.near.may_compare(key, len(names)) else []
        hint: Hint = partial(unknown_key_hint, key, names)
        if wanted and not near and not is_relation_key(key, known):
            near = [wanted.pop(0)]
            hint = f"'{near[0]}' is missing here: did you mean that?"
        self.error(path, "unknown-key", f"unknown key '{key}'", hint, key=True)
        return near[:1]

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
            if self.is_spoilt(path, value, read, unfit.code):
                return None
            for each in (unfit, *unfit.others):
                message = each.message if each.code == "bad-id" else f"{name} {each.message}"
                offset, hint = self.offset((*path, *each.path)), each.hint
                comment = self._comment_for_text(offset, value, each.path)
                if comment:
                    offset, hint = comment.start(1), in_quotes(comment[1])
                    hint = f"'#' begins a comment; {hint}"
                self.diagnostics.add(offset, each.code, message, hint)
            return None

    def _comment_for_text(self, offset: int, value: Any, path: Path) -> re.Match[str] | None:
        """Return a comment that stands where nothing is given, and may be meant as a value."""
        value = Document.at(self.document._replace(value=value), path)
        is_empty = is_nothing(value) and isinstance(value, Literal) and not value.written
        return _COMMENT.match(self.document.file.text, offset) if is_empty else None

    def is_spoilt(
        self, path: Path, value: Any, read: Reader, code: str, *, key: bool = False
    ) -> bool:
        """Report a scalar that would fit without a space that is none; return whether it is so.

        The error has a code, as that of ``read``.
        """
        if not isinstance(value, str) or value.isascii():
            return False
        from argmap.documents._misread_keys import odd_character, without_odd

        clean = without_odd(value)
        if clean == value:
            return False
        try:
            read((clean and literal(clean)) or clean)
        except UnfitError:
            return False
        slip = odd_character(self.document, self.offset(path, key=key), value)
        if slip:
            self.diagnostics.add(slip.offset, code, slip.message, slip.hint)
        return slip is not None

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
