"""What a question of "what if" holds to be in or out, whatever bears on it."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from argmap.errors import ArgmapError, UnknownNameError


def check_fixed(
    known: Mapping[str, object], assume: Collection[str], reject: Collection[str]
) -> None:
    """Check that what is to be held is known, and that nothing is to be held both ways.

    Raises UnknownNameError or ArgmapError otherwise.
    """
    for name in sorted({*assume, *reject}):
        if name not in known:
            raise UnknownNameError("claim or relation", name, tuple(known))
        if name in assume and name in reject:
            raise ArgmapError(f"'{name}' is both assumed and rejected")
