"""The tables in a CSV text, each cell with its place.

CSV is that of RFC 4180, with commas, semicolons or tabs between the cells. Blanks around
a cell are not part of it, unless they are within quotes.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import islice
from typing import Any, NamedTuple

from argmap.documents.diagnostics import Diagnostics
from argmap.documents.fields import VERBS
from argmap.model import FileText
from argmap.model.losses import Losses
from argmap.model.text import shortened
from argmap.suggestions import nearest

CLAIM_COLUMNS = (
    *("id", "text", "label", "kind", "voice"),
    *("at", "weight", "implicit", "tags", "note", "assumed"),
)
RELATION_COLUMNS = ("id", "from", "relation", "target", "scheme", "note", "weight")
TARGET_COLUMNS = ("target", "relation", "scheme")  # of claims, in addition

_KNOWN = frozenset({*CLAIM_COLUMNS, *RELATION_COLUMNS})
_DELIMITERS = ",;\t"
_FORMULA_STARTS = tuple("=+-@'＝＋－＠")
_LINE_END = re.compile(r"\r\n?")
_SEPARATOR_LINE = re.compile(r"sep=([,;\t])(?:\r\n?|\n)", re.IGNORECASE)  # written by Excel
_QUOTED = re.compile(r'"([^"]*+(?:""[^"]*+)*+)"')
_DOUBLED = 'a quote within a quoted cell is written twice: ""'
_LINE = re.compile(r"[^\r\n]++")
_LOOKED_AT = 20  # lines that may come before the one that names the columns
_NAMED_AT_MOST = 12  # columns, in a hint or among what is lost
_SHOWN = 40  # characters of the name of a column
_COMPARED_AT_MOST = 100  # columns, with the name of one that is missing


class Cell(NamedTuple):
    """The content of a cell, and its offset in the text."""

    value: str
    at: int


class Table(NamedTuple):
    """Rows with the indexes of their columns; each row ends with an additional empty cell."""

    columns: dict[str, int]
    rows: list[list[Cell]]

    @property
    def is_of_relations(self) -> bool:
        """Whether a row is a relation; otherwise it is a claim."""
        return "from" in self.columns

    def cell(self, row: list[Cell], column: str) -> Cell:
        """Return a cell of a row; the empty one at its end where it has none."""
        index = self.columns.get(column, -1)
        return row[index] if index < len(row) - 1 else row[-1]


def is_formula(text: str) -> bool:
    """Return whether a spreadsheet may take a cell for a formula, or its first ``'`` for markup."""
    return text.startswith(("\t", "\r", "\n")) or text.lstrip().startswith(_FORMULA_STARTS)


def known_columns(line: str) -> list[str]:
    """Return the known column names in a line, with the delimiter that gives the most."""
    return max((_known(line, delimiter) for delimiter in _DELIMITERS), key=len)


def _known(line: str, delimiter: str) -> list[str]:
    names = [_name(cell.strip().strip('"')) for cell in line.split(delimiter)]
    return [name for name in names if name in _KNOWN]


def _name(text: str) -> str:
    return " ".join(text.split()).casefold()


def read_tables(file: FileText, losses: Losses, diagnostics: Diagnostics) -> list[Table]:
    """Return the tables of a text.

    A row that names columns begins one. The cells of unknown columns are lost. Raises
    InvalidMapError for a quote that is never closed, and for missing columns, after
    which other errors are misleading.
    """
    tables: list[Table] = []
    header: list[Cell] = []
    unknown: list[tuple[int, str]] = []
    is_after_blank, is_broken = True, False
    for row in _rows(file, diagnostics):
        if not any(cell.value for cell in row):
            is_after_blank = True
            continue
        if not header or _is_header(row, tables[-1], is_after_blank=is_after_blank):
            header, before = row, diagnostics.count
            tables.append(Table(_columns(row, diagnostics), []))
            is_broken |= diagnostics.count > before
            if is_broken and _KNOWN.isdisjoint(tables[-1].columns):
                break  # whatever it is, its cells are not those of a map
            unknown = _unknown(tables[-1], row)
        else:
            _check_width(row, header, diagnostics)
            tables[-1].rows.append(row)
            for index, which in unknown:
                if index < len(row) - 1 and row[index].value:
                    _lose(row[index], which, losses, is_index=index == 0 and is_indexed(tables[-1]))
        is_after_blank = False
    if is_broken:
        diagnostics.raise_any()
    return tables


def is_indexed(table: Table) -> bool:
    """Return whether the first column is called as pandas calls that of the numbers of rows."""
    return next(iter(table.columns)) in {"", "unnamed: 0"}


def _lose(cell: Cell, column: str, losses: Losses, *, is_index: bool) -> None:
    if is_index and cell.value.isdecimal():
        losses.add("number of a row", plural="numbers of rows", is_minor=True)
    else:
        losses.add(f"cell of {column}", plural=f"cells of {column}")


def _is_header(row: list[Cell], table: Table, *, is_after_blank: bool) -> bool:
    """Return whether a row names the columns of another table, and is no row of the last."""
    if not is_after_blank and row[0].value.casefold() not in _KNOWN:
        return False
    names = [_name(cell.value) for cell in row if cell.value]
    known = _KNOWN.intersection(names)
    if is_after_blank:
        return len(known) >= 3 or len(known) == len(names) == 2
    # Without a blank row before it: only names, and those of the other kind of table.
    other = {"id", "text"} if table.is_of_relations else {"from", "relation", "target"}
    return len(known) == len(names) and known >= other


def _columns(row: list[Cell], diagnostics: Diagnostics) -> dict[str, int]:
    """Return the index of each column that the first row of a table names."""
    columns: dict[str, int] = {}
    for index, cell in enumerate(row[:-1]):
        name = _name(cell.value)
        if name in columns and name in _KNOWN:
            diagnostics.add(cell.at, "duplicate-column", f"the column '{name}' is there twice")
        if name in VERBS:
            message = f"a column cannot be a relation, '{name}'"
            hint = "name the columns relation and target, and put the relation in the cells"
            diagnostics.add(cell.at, "verb-column", message, hint)
        columns.setdefault(name, index)
    missing = [needed for needed in _needed(columns) if needed not in columns]
    if missing:
        _add_missing(missing, columns, row, diagnostics)
    return columns


def _needed(columns: Collection[str]) -> tuple[str, ...]:
    if "from" in columns:
        return ("from", "relation", "target")
    further = ("target", "relation") if "target" in columns or "relation" in columns else ()
    return ("id", "text", *further)


def _add_missing(
    missing: list[str], columns: dict[str, int], row: list[Cell], diagnostics: Diagnostics
) -> None:
    """Add errors for missing columns, each at the column that may be misspelled for it."""
    found = [name for name in columns if name]
    if len(found) == 1 and "|" in found[0]:
        hint = f"cells are separated by commas, semicolons or tabs, not by |: {shortened(found[0])}"
        message = "the columns are not separated"
        diagnostics.add(row[0].at, "missing-column", message, hint)
        return
    unknown = tuple(name for name in found[:_COMPARED_AT_MOST] if name not in _KNOWN)
    listed = ", ".join(shortened(name, _SHOWN) for name in found[:_NAMED_AT_MOST])
    listed += ", …" if len(found) > _NAMED_AT_MOST else ""
    unlike = []
    for name in missing:
        near = nearest(name, unknown)[:1]
        if near:
            hint = f"did you mean it by '{near[0]}'? the columns here: {listed}"
            message = f"the column '{name}' is missing"
            diagnostics.add(row[columns[near[0]]].at, "missing-column", message, hint)
        else:
            unlike.append(f"'{name}'")
    if unlike:
        *most, last = unlike
        words = f"columns {', '.join(most)} and {last} are" if most else f"column {last} is"
        hint = f"the columns here: {listed}"
        diagnostics.add(row[0].at, "missing-column", f"the {words} missing", hint)


def _check_width(row: list[Cell], header: list[Cell], diagnostics: Diagnostics) -> None:
    for cell in row[len(header) - 1 : -1]:
        if cell.value:
            message = "this cell is in no column: the row has more cells than its table"
            hint = "put a text with the delimiter of cells in it in quotes"
            diagnostics.add(cell.at, "extra-cell", message, hint)
            return


def _unknown(table: Table, header: list[Cell]) -> list[tuple[int, str]]:
    """Return the indexes of the unknown columns of a table, and what to call each."""
    known = RELATION_COLUMNS if table.is_of_relations else (*CLAIM_COLUMNS, *TARGET_COLUMNS)
    found: list[tuple[int, str]] = []
    for index, cell in enumerate(header[:-1]):
        name = " ".join(cell.value.split())
        if _name(name) not in known:
            which = f"the column '{name}'" if name else "a column without a name"
            found.append((index, which if len(found) < _NAMED_AT_MOST else "further columns"))
    return found


def _rows(file: FileText, diagnostics: Diagnostics) -> Iterator[list[Cell]]:
    """Yield the cells of each row, with an additional empty one at its end."""
    text = file.text
    said = _SEPARATOR_LINE.match(text)
    delimiter = said[1] if said else _delimiter(text)
    read_cell = _CellReader(file, delimiter, diagnostics).read
    at = said.end() if said else 0
    row: list[Cell] = []
    while at < len(text) or row:
        cell, at = read_cell(at)
        row.append(cell)
        if text.startswith(delimiter, at):
            at += 1
            continue
        row.append(Cell("", at))
        yield row
        row = []
        at += 2 if text.startswith("\r\n", at) else 1


def _delimiter(text: str) -> str:
    """Return the delimiter of the first line that names columns, or else has several cells."""
    for count in (_count_known, str.count):
        for line in islice(_LINE.finditer(text), _LOOKED_AT):
            counts = {d: count(line[0], d) for d in _DELIMITERS}
            if any(counts.values()):
                return max(counts, key=counts.__getitem__)
    return ","


def _count_known(line: str, delimiter: str) -> int:
    return len(_known(line, delimiter))


class _CellReader:
    """Reads the cells of one text."""

    def __init__(self, file: FileText, delimiter: str, diagnostics: Diagnostics) -> None:
        self._text = file.text
        self._diagnostics = diagnostics
        self._blank = blank = " \t".replace(delimiter, "")
        self._plain = re.compile(rf"[^{delimiter}\r\n]*+")
        self._cell = re.compile(
            rf'[{blank}]*+(?:"([^"]*+(?:""[^"]*+)*+)"[{blank}]*+(?![^{delimiter}\r\n])'
            rf"|([^{delimiter}\r\n]*+))"
        )

    def read(self, at: int) -> tuple[Cell, int]:
        """Return the cell that begins at ``at``, without quotes and escapes, and its end."""
        found: Any = self._cell.match(self._text, at)
        end = found.end()
        if found[1] is not None:
            value, start = found[1].replace('""', '"'), found.start(1) - 1
        else:
            value, start = found[2].rstrip(self._blank), found.start(2)
            if value.startswith('"'):
                value, end = self._badly_quoted(start)
        if "\r" in value:
            value = _LINE_END.sub("\n", value)
        if value.startswith("'") and is_formula(value[1:]):
            value = value[1:]
        return Cell(value, start), end

    def _badly_quoted(self, start: int) -> tuple[str, int]:
        """Return the content and the end of a cell that continues after its closing quote."""
        quoted = _QUOTED.match(self._text, start)
        if quoted is None:
            self._diagnostics.add(start, "syntax", "this quote is never closed", _DOUBLED)
            self._diagnostics.raise_any()
            raise AssertionError  # there is an error to report
        self._diagnostics.add(
            quoted.end(), "syntax", "a cell ends with its closing quote", _DOUBLED
        )
        rest: Any = self._plain.match(self._text, quoted.end())
        return quoted[1].replace('""', '"'), rest.end()
