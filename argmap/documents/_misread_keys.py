"""Keys of a mapping that are none: parts of a text, or known ones with a slip in them.

In the braces of YAML ``{text: One, two and three, at: 1}`` has the key ``two and three``,
and ``{from:a}`` the key ``from:a``, each with nothing under it.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from argmap.documents._signs import ODD_SPACE, WIDE_COLON, named, wide
from argmap.documents._yaml_values import in_quotes
from argmap.documents.document import Document, Literal, Path, Slip, as_written, is_bare
from argmap.documents.field_values import NUMBER_PART, is_id
from argmap.documents.fields import NO_SENTENCES, RELATION_KEYS, STATUS_FIELDS, VERBS
from argmap.model.text import shortened

_ODD = re.compile(f"[{ODD_SPACE}]")
_FIRST_WORD = re.compile(r"([\w-]+)[;=.]?[ \t]+")
_COLONS = re.compile(f"[ \\t]*[:{WIDE_COLON}]")
_MOST_ITEMS = 5  # to list in a hint
_LISTS = frozenset({"from", "at", "tags", *STATUS_FIELDS})


def odd_character(document: Document, offset: int, written: str) -> Slip | None:
    """Return the slip of a character in a scalar that looks like a space, or like nothing."""
    found = _ODD.search(written)
    if found is None:
        return None
    at = document.file.text.find(found[0], offset, offset + 2 * len(written) + 2)
    message = f"there is a {named(found[0])} in '{shortened(without_odd(written), 40)}'"
    return Slip(max(at, offset), message, "take it out, or write a common space")


def without_odd(written: str) -> str:
    """Return a scalar without the characters that nobody sees, and with common spaces."""
    return _ODD.sub("", written)


def is_ids(names: Collection[str]) -> bool:
    """Return whether all names are ids."""
    return all(map(is_id, names))


class MisreadKeys:
    """The keys of the mapping at a path that are not what was meant.

    ``slips`` are what is wrong; ``keys`` those that need no other report; ``meant`` the
    known keys that some of them stand for.
    """

    def __init__(
        self, document: Document, path: Path, keys: Collection[str], known: Collection[str]
    ) -> None:
        """Look for slips in some keys of a mapping.

        ``known`` are the keys that there may be; empty where any may be.
        """
        self.slips: list[Slip] = []
        self.keys: set[str] = set()
        self.meant: set[str] = set()
        self._document = document
        self._text = document.file.text
        self._path = path
        self._body = document.at(path)
        self._known = known
        self._is_tight = False
        before: str | None = None
        run: list[str] = []
        for key in (*self._body, None):
            if key in keys and self._is_bare(key):
                if not self._has_colon(key):
                    run.append(key)
                continue
            if key in keys and before is not None and self._is_part(key, before):
                run.append(key)
                continue
            self._add_run(before, run)
            run = []
            if key in keys and known:
                self._check_odd(key)
            before = key

    def _add(self, slip: Slip, *keys: str) -> None:
        self.slips.append(slip)
        self.keys.update(keys)

    def _offset(self, key: str, *, is_key: bool) -> int:
        return self._document.places.offset((*self._path, key), key=is_key)

    def _is_bare(self, key: str) -> bool:
        """Return whether a key has no colon."""
        at, value_at = self._offset(key, is_key=True), self._offset(key, is_key=False)
        return is_bare(self._body[key], self._text[at:value_at])

    def _has_colon(self, key: str) -> bool:
        """Return whether there is a colon that is none, as in ``from:a``, and note it."""
        first = _FIRST_WORD.match(key)
        word, rest = (first[1], key[first.end() :]) if first else ("", "")
        if rest and word in self._known and word not in self._body:
            self.keys.add(key)
            self.meant.add(word)
            at = self._offset(key, is_key=True) + len(word)
            self._add(
                Slip(
                    at, f"a ':' is missing after '{word}'", f"write '{word}: {shortened(rest, 40)}'"
                )
            )
            return True
        colon = _COLONS.search(key)
        if colon is None or key[colon.end() :].startswith("//"):
            return False
        before, sign = key[: colon.start()], colon[0][-1]
        if before not in self._known if self._known else not is_id(before):
            return False
        at = self._offset(key, is_key=True)
        self.keys.add(key)
        self.meant.add(before)
        odd = odd_character(self._document, at, key[colon.end() : colon.end() + 1])
        if sign != ":":
            self._add(wide(at + colon.end() - 1, sign, ":"))
        elif odd:
            self._add(odd._replace(message=odd.message.replace(" in ''", " after the ':'")))
        elif not self._is_tight:  # whoever leaves one space out leaves out others
            self._is_tight = True
            hint = f"write '{before}: {key[colon.end() :].strip()}'"
            self._add(Slip(at + colon.end(), "a space is missing after ':'", hint))
        return True

    def _add_run(self, before: str | None, run: list[str]) -> None:
        """Note that some keys without a colon are part of the value before them."""
        if before is not None and run:
            self._add(self._cut(before, run), *run)
            if before in self._known:
                self.keys.add(before)  # which is not all that was meant
        elif run and len(run) == 1 and "text" in self._known and "text" not in self._body:
            if len(self._body) > 1:
                message = f"'text: ' is missing before '{shortened(run[0], 40)}'"
                hint = f"write 'text: {shortened(run[0], 40)}'"
                self._add(Slip(self._offset(run[0], is_key=True), message, hint), *run)
                self.meant.add("text")
            else:
                self._add_text(run)
        elif run and self._known and len(run) == len(self._body):
            self._add_text(run)

    def _add_text(self, run: list[str]) -> None:
        """Note that all of a mapping in braces is text."""
        at = self._document.places.offset(self._path, key=False)
        end = self._text.find("}", at) + 1 or len(self._text)
        message = "text that begins with '{' has to be in quotes"
        hint = in_quotes(self._text[at:end])
        if self._known is RELATION_KEYS:
            message = "each key of a relation needs a ':'"
            hint = "such as: {from: a-premise, supports: a-claim}"
        self._add(Slip(at, message, hint), *run)
        self.meant.update(self._known)

    def _is_part(self, key: str, before: str) -> bool:
        """Return whether a key is the part of a text in braces from a comma to ': '."""
        at, start = self._offset(key, is_key=True), self._offset(before, is_key=False)
        is_plain = isinstance(self._body[before], str) and self._text[start] not in "\"'|>"
        is_known = before in self._known and before not in NO_SENTENCES
        is_sentence = " " in key and is_known and is_plain
        return is_sentence and self._text[:at].rstrip().endswith(",")

    def _cut(self, before: str, run: list[str]) -> Slip:
        """Return the slip of a comma in the value before some keys without a colon."""
        start = self._offset(before, is_key=False)
        first = self._offset(run[0], is_key=True)
        comma = start + len(self._text[start:first].rstrip()) - 1
        value = self._body[before]
        key = shortened(run[0], 40)
        if self._text[start] in "[{\"'":
            hint = f"write '{key}: …'; or, if it is part of the text above, put all of it in quotes"
            return Slip(first, f"'{key}' has no ': ' after it", hint)
        message = f"the value of '{shortened(before, 40)}' ends at this comma"
        message += f": '{key}' is read as a key"
        items = [as_written(value), *run]
        if before in _LISTS and len(run) <= _MOST_ITEMS and (before == "tags" or is_ids(run)):
            hint = f"write several in brackets: [{', '.join(items)}]"
        elif before in VERBS and is_ids(run):
            hint = f"write a relation for each: one {before} {' and one '.join(items)}"
        elif NUMBER_PART.fullmatch(run[0]) and isinstance(value, Literal):
            hint = f"write {value.written}.{run[0]}, with a point"
        else:
            is_whole = self._is_bare(run[-1])
            end = self._offset(run[-1], is_key=False) if is_whole else start
            hint = in_quotes(self._text[start:end])
        if run[-1] in self._known:
            hint += f"; or, if it is a key, write '{run[-1]}: …'"
        return Slip(comma, message, hint)

    def _check_odd(self, key: str) -> None:
        clean = without_odd(key)
        if clean != key and clean in self._known:
            slip = odd_character(self._document, self._offset(key, is_key=True), key)
            if slip:
                self._add(slip._replace(code="unknown-key"), key)
                self.meant.add(clean)
