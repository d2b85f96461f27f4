"""The claims in the tables of a CSV text."""

from __future__ import annotations

import re
from typing import Any

from argmap.documents.diagnostics import Diagnostics
from argmap.documents.document import Literal
from argmap.documents.field_values import Reader, read_id, read_text
from argmap.documents.fields import CLAIM_FIELDS
from argmap.documents.places import read_places
from argmap.documents.unfit import UnfitError
from argmap.formats._builder import MapBuilder
from argmap.formats.csv.tables import Cell, Table

_NUMBER = re.compile(r"[+-]?+[0-9]*+[.,]?+[0-9]*+(?:[eE][+-]?+[0-9]++)?+")
_TRUE = frozenset({"true", "yes", "x", "1"})
_FALSE = frozenset({"false", "no", "0"})
_LONG = 40  # characters of a cell that a message shows
_ANOTHER = "leave it empty in further rows of a claim, or give another claim an id of its own"


def read_claims(tables: list[Table], builder: MapBuilder, diagnostics: Diagnostics) -> None:
    """Add the claims of all tables to a map, and their errors to ``diagnostics``."""
    given: dict[str, dict[str, Cell]] = {}
    for table in tables:
        if not table.is_of_relations:
            _collect(table, given, diagnostics)
    for name, cells in given.items():
        _add(name, cells, builder, diagnostics)


def read_id_in(cell: Cell, written: str, diagnostics: Diagnostics) -> str | None:
    """Return an id in a cell; None where it is invalid, which is an error."""
    try:
        return read_id(written.strip())
    except UnfitError as unfit:
        diagnostics.add(cell.at, unfit.code, unfit.message, unfit.hint)
        return None


def shown(value: str) -> str:
    """Return the content of a cell in quotes for a message, shortened where it is long."""
    return f"'{value}'" if len(value) <= _LONG else f"'{value[:_LONG]}…'"


def _collect(table: Table, given: dict[str, dict[str, Cell]], diagnostics: Diagnostics) -> None:
    """Collect the cells of each claim, by column, from all its rows."""
    columns = [column for column in _READERS if column in table.columns]
    for row in table.rows:
        cell = table.cell(row, "id")
        name = read_id_in(cell, cell.value, diagnostics)
        if name is None:
            continue
        filled = {column: found for column in columns if (found := table.cell(row, column)).value}
        if name not in given:
            given[name] = {"id": cell, "text": table.cell(row, "text")} | filled
        elif "target" in table.columns:
            _add_row(name, given[name], filled, diagnostics)
        else:
            message = f"the claim '{name}' is given twice"
            diagnostics.add(cell.at, "duplicate-id", message, "give each an id of its own")


def _add_row(
    name: str, given: dict[str, Cell], cells: dict[str, Cell], diagnostics: Diagnostics
) -> None:
    """Add the cells of a further row of a claim, which must not differ from those before."""
    for column, cell in cells.items():
        if column not in given or not given[column].value:
            given[column] = cell
        elif given[column].value != cell.value:
            message = f"the claim '{name}' has another {column} in a row above"
            diagnostics.add(cell.at, "duplicate-id", message, _ANOTHER)


def _add(name: str, cells: dict[str, Cell], builder: MapBuilder, diagnostics: Diagnostics) -> None:
    fields: dict[str, Any] = {}
    for column, read in _READERS.items():
        cell = cells.get(column)
        if cell is None:
            continue
        try:
            fields[column] = read(cell.value)
        except UnfitError as unfit:
            diagnostics.add(cell.at, unfit.code, f"{column} {unfit.message}", unfit.hint)
    if "voice" in fields:
        fields["voice"] = builder.voice(fields["voice"])
    builder.claim(name, fields.pop("text", name), offset=cells["id"].at, **fields)


def _voice(value: str) -> str:
    return read_text(value).strip()


def read_weight(value: str) -> Any:
    """Return a number from 0 to 1, which may have a decimal comma."""
    written = value.strip()
    try:
        if len(written) > _LONG or not _NUMBER.fullmatch(written):
            raise ValueError
        number = float(written.replace(",", "."))
    except ValueError:
        message = f"must be a number from 0 to 1, not {shown(value)}"
        raise UnfitError("wrong-type", message) from None
    return CLAIM_FIELDS["weight"].read(Literal(number, written))


def _truth(value: str) -> bool:
    word = value.strip().casefold()
    if word in _TRUE or word in _FALSE:
        return word in _TRUE
    raise UnfitError("wrong-type", f"must be true or false, not {shown(value)}")


def _tags(value: str) -> tuple[str, ...]:
    return tuple(tag for tag in map(str.strip, value.split(";")) if tag)


_READERS: dict[str, Reader] = {
    "text": read_text,
    "label": read_text,
    "kind": read_text,
    "voice": _voice,
    "at": read_places,
    "weight": read_weight,
    "implicit": _truth,
    "tags": _tags,
    "note": read_text,
    "assumed": _truth,
}
