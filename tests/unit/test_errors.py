"""Errors: what they say, and what they offer."""

from __future__ import annotations

import shlex
import sys

import pytest

from argmap.errors import UnknownNameError, brief, missing_extra, reason


@pytest.mark.parametrize(("length", "shown"), [(1, "x"), (160, "x" * 160), (161, "x" * 160 + "…")])
def test_what_somebody_typed_is_cut_where_it_is_long(length: int, shown: str) -> None:
    assert brief("x" * length) == shown


@pytest.mark.parametrize(
    ("name", "known", "hint"),
    [
        ("tre", ("tree", "trace"), "did you mean 'tree' or 'trace'?"),
        ("zzz", ("a", "b"), "there is a, b"),
        ("zzz", tuple("abcdefghijkl"), "there is a, b, c, d, e, f, g, h, i, j, k, l"),
        ("zzz", tuple("abcdefghijklm"), "there is a, b, c, d, e, f, g, h, i, j, k, l and 1 more"),
        ("zzz", (), None),
    ],
)
def test_an_unknown_name_is_answered_with_those_there_are(
    name: str, known: tuple[str, ...], hint: str | None
) -> None:
    error = UnknownNameError("claim", name, known)
    assert (error.message, error.hint) == (f"there is no claim '{name}'", hint)
    assert (error.what, error.name, error.exit_status) == ("claim", name, 2)


def test_the_reason_of_the_system_is_in_lower_case() -> None:
    assert reason(OSError(13, "Permission denied")) == "permission denied"
    assert reason(OSError("Odd")) == "odd"


def test_what_is_missing_comes_with_the_command_for_this_python() -> None:
    error = missing_extra("a picture needs more", "draw")
    assert error.message == "a picture needs more"
    assert error.hint is not None
    words = shlex.split(error.hint.removeprefix("install it with: "))
    assert words == [sys.executable, "-m", "pip", "install", "argmap[draw]"]
