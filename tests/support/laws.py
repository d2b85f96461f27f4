"""How often a law is tried."""

from __future__ import annotations

from typing import Any

from hypothesis import settings


def examples(number: int, **other: Any) -> settings:
    """Return the settings of a law tried with so many examples where the profile says 100.

    A profile (see ``tests/conftest.py``) that says 25 tries it with a quarter of them.
    """
    share = settings().max_examples / 100
    return settings(max_examples=max(round(number * share), 5), **other)
