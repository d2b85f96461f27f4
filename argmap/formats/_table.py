"""The tables that a map has in a format of tables."""

from __future__ import annotations

from enum import StrEnum


class Table(StrEnum):
    """One of the tables, by the name of what its rows are."""

    CLAIMS = "claims"
    RELATIONS = "relations"
