"""Making what a text expects follow claims that were renamed or removed."""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property
from typing import Any

from argmap.documents.document import Path
from argmap.editing.follower import Follower


class ExpectationsFollower(Follower):
    """Compares what two maps expect, and changes the text of the first."""

    @cached_property
    def _gone(self) -> set[str]:
        """The expected claims that the new map does not have."""
        claims = {each.claim for each in self.old.expectations}
        return {key for key in claims if self.renamed.get(key, key) not in self.new.claims}

    def follow(self) -> None:
        """Change what is under ``expect``, and remove it if nothing is left."""
        expected = self.text.value(("expect",))
        if not isinstance(expected, dict):
            return
        empty = [key for key, of in expected.items() if self._is_emptied(("expect", key), of)]
        if self._is_all_or_removed(("expect",), expected, empty):
            self.text.remove((), ["expect"])

    def _is_emptied(self, path: Path, expected: Any) -> bool:
        """Change what is expected of one semantics; return whether nothing is left of it."""
        if isinstance(expected, list):  # strengths in groups by tolerance
            empty: list[Any] = [
                at for at, of in enumerate(expected) if self._is_emptied((*path, at), of)
            ]
        elif isinstance(expected, dict):
            groups = ((key, names) for key, names in expected.items() if key != "tolerance")
            empty = [key for key, names in groups if self._is_group_emptied((*path, key), names)]
            if "strengths" in expected and empty:
                return True  # a tolerance alone expects nothing
        else:
            return False
        return self._is_all_or_removed(path, expected, empty)

    def _is_group_emptied(self, path: Path, names: Any) -> bool:
        """Change one or several claims under a key; return whether none is left."""
        self.text.rename(path, self.renamed)
        if isinstance(names, dict):
            return self._is_all_or_removed(path, names, names.keys() & self._gone)
        names = names if isinstance(names, list) else [names]
        gone = [at for at, name in enumerate(names) if name in self._gone]
        return self._is_all_or_removed(path, names, gone)

    def _is_all_or_removed(
        self, path: Path, entries: Collection[Any], gone: Collection[str | int]
    ) -> bool:
        """Return whether all entries go, and so what they are in; if not, remove those that go."""
        if len(gone) < len(entries):
            self.text.remove(path, gone)
        return len(gone) == len(entries) > 0
