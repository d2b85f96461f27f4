"""Cells as pandas and other programs of data frames write them.

A missing value is empty there, unless somebody chose a word for it, such as ``NaN``; and the
whole numbers of a column in which one is missing are written with a fraction, ``2.0``.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from argmap.formats.csv.tables import CLAIM_COLUMNS, RELATION_COLUMNS, Table, is_indexed
from argmap.model.losses import Losses

_MISSING = frozenset({"nan", "NaN", "<NA>", "NaT", "None"})
_NO_TEXT = ("weight", "implicit", "assumed", "relation")  # where such a word can mean nothing else
_ALWAYS_GIVEN = {"id", "text", "from"}
_WHOLE = re.compile(r"([0-9]+)\.0")
_EMPTIED = "cells that say NaN or the like, for what is missing, are read as empty"
_ROUNDED = "places such as 2.0 are read as whole numbers"


def undo(table: Table, losses: Losses) -> None:
    """Empty the cells of a table that say that a value is missing, and read places as whole.

    Both only where nothing else can be meant; a note in ``losses`` says so.
    """
    columns = {*CLAIM_COLUMNS, *RELATION_COLUMNS} - _ALWAYS_GIVEN
    known = [index for column, index in table.columns.items() if column in columns]
    missing = [
        (row, index)
        for row in table.rows
        for index in known
        if index < len(row) - 1 and row[index].value in _MISSING
    ]
    if missing and _is_of_a_data_frame(table):
        for row, index in missing:
            row[index] = row[index]._replace(value="")
        _note(_EMPTIED, losses)
    at = table.columns.get("at", len(table.columns))
    places = [row for row in table.rows if at < len(row) - 1 and row[at].value]
    if are_fractions(row[at].value for row in places):
        for row in places:
            row[at] = row[at]._replace(value=row[at].value.removesuffix(".0"))
        _note(_ROUNDED, losses)


def are_fractions(places: Iterable[str]) -> bool:
    """Return whether all places that are given, and some are, are whole with a fraction."""
    given = [place for place in places if place]
    return bool(given) and all(map(_WHOLE.fullmatch, given))


def id_meant(name: str, ids: Collection[str]) -> str:
    """Return the id among ``ids`` that a name with a fraction stands for, or the name itself."""
    found = _WHOLE.fullmatch(name)
    return found[1] if found and name not in ids and found[1] in ids else name


def _is_of_a_data_frame(table: Table) -> bool:
    return is_indexed(table) or any(
        table.cell(row, column).value in _MISSING for row in table.rows for column in _NO_TEXT
    )


def _note(words: str, losses: Losses) -> None:
    if words not in losses.notes:
        losses.notes.append(words)
