"""The claims and relations that a what-if question assumes or rejects."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from argmap.errors import ArgmapError, UnknownNameError


def check_fixed(
    known: Mapping[str, object], assume: Collection[str], reject: Collection[str]
) -> None:
    """Check the ids that are assumed and rejected.

    Raises UnknownNameError for one that is not in ``known``, and ArgmapError for
    one that is both assumed and rejected.
    """
    for name in sorted({*assume, *reject}):
        if name not in known:
            raise UnknownNameError("claim or relation", name, tuple(known))
        if name in assume and name in reject:
            raise ArgmapError(f"'{name}' is both assumed and rejected")
