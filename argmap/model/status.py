"""The verdict of a qualitative semantics on a claim."""

from __future__ import annotations

from enum import StrEnum


class Status(StrEnum):
    """Whether a claim stands, does not, or is left open (Caminada's labels of 2006)."""

    IN = "in"
    OUT = "out"
    UNDECIDED = "undecided"
