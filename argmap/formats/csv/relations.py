"""The relations in the tables of a CSV text, in rows of their own or of claims."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from argmap.documents.diagnostics import Diagnostics
from argmap.documents.field_values import Reader, read_text
from argmap.documents.fields import VERBS
from argmap.documents.unfit import UnfitError
from argmap.formats._builder import MapBuilder
from argmap.formats._vocabulary import relation_kind, unknown_relation
from argmap.formats.csv.claims import read_id_in, read_weight
from argmap.formats.csv.data_frames import id_meant
from argmap.formats.csv.tables import RELATION_COLUMNS, Cell, Table
from argmap.model import ArgumentMap, Relation, RelationKind
from argmap.model.argument_map import BrokenMapError
from argmap.model.integrity import faults
from argmap.model.relation import default_id

_KNOWN = f"one of {', '.join(VERBS)}"

Cells = dict[str, Cell]  # of one relation: id, from, relation, target, scheme, note; row


class _Link(NamedTuple):
    """A relation in a row."""

    kind: RelationKind
    premises: tuple[str, ...]
    target: str
    cells: Cells

    @property
    def wanted(self) -> str:
        """The given id, or else the default one."""
        return _given_id(self.cells) or default_id(self.premises, self.target)


class RelationReader:
    """Adds the relations of a text to its claims, and collects their errors."""

    def __init__(self, builder: MapBuilder, diagnostics: Diagnostics) -> None:
        """Take a map with the claims of the text."""
        self._builder = builder
        self._losses = builder.losses
        self._diagnostics = diagnostics
        self._links: list[_Link] = []
        self._cells: dict[str, Cells] = {}  # by the id of the relation
        self._unread: set[str] = set()  # ids of relations with errors

    def read(self, tables: list[Table]) -> ArgumentMap:
        """Return the map; raises InvalidMapError with the errors of claims and relations."""
        for table in tables:
            if table.is_of_relations:
                self._read_relations(table)
            elif "target" in table.columns:
                self._read_targets(table)
        if all(table.is_of_relations for table in tables):
            self._add_ends()
        self._add_links()
        try:
            result = self._builder.build()
        except BrokenMapError:
            claims, relations = self._builder.claims, self._builder.relations
            for fault in faults(claims, relations.values(), self._unread):
                cell = self._cells[fault.owner.id][fault.field]
                self._diagnostics.add(cell.at, fault.code, fault.message, fault.hint)
        self._diagnostics.raise_any()
        return result

    def _read_relations(self, table: Table) -> None:
        """Read the rows of a table of relations."""
        for row in table.rows:
            cells = {column: table.cell(row, column) for column in RELATION_COLUMNS}
            if cells["id"].value and self._id(cells["id"], cells["id"].value) is None:
                del cells["id"]
            kind = self._kind(cells["relation"])
            premises = [self._id(cells["from"], part) for part in cells["from"].value.split()]
            if not premises:
                message = "from must name at least one claim"
                self._diagnostics.add(cells["from"].at, "empty-list", message)
            target = None
            if not cells["target"].value:
                self._no_target(cells)
            else:
                target = self._id(cells["target"], cells["target"].value)
            read = tuple(premise for premise in premises if premise is not None)
            is_whole = len(read) == len(premises) and target is not None
            self._add_link(kind, read if is_whole else (), target or "", cells | {"row": row[0]})

    def _read_targets(self, table: Table) -> None:
        """Read the relations and targets in the rows of a table of claims."""
        seen: set[str] = set()
        for row in table.rows:
            cells = {column: table.cell(row, column) for column in ("relation", "target", "scheme")}
            cells |= {"from": table.cell(row, "id"), "row": cells["relation"]}
            name = cells["from"].value.strip()
            is_further = name in seen
            seen.add(name)
            if not cells["relation"].value and not cells["target"].value:
                self._count_idle(cells, is_further=is_further)
                continue
            kind = self._kind(cells["relation"])
            targets = list(self._targets(cells["target"].value))
            if not targets:
                self._no_target(cells)
            for target in targets:
                premises = (name,) if name in self._builder.claims else ()
                self._add_link(kind, premises, target, cells)

    def _no_target(self, cells: Cells) -> None:
        self._diagnostics.add(cells["target"].at, "missing-cell", "the row has no target")

    def _count_idle(self, cells: Cells, *, is_further: bool) -> None:
        """Count what is lost of a row without a target."""
        if cells["scheme"].value:
            what = "scheme of a claim without a target"
            self._losses.add(what, plural="schemes of claims without targets")
        if is_further:
            self._losses.add("row of a claim given twice", plural="rows of claims given twice")

    def _targets(self, written: str) -> Iterator[str]:
        """Yield the ids in a cell, separated by blanks or by semicolons that are in no id."""
        for part in (id_meant(part, self._builder.claims) for part in written.split()):
            if part in self._builder.claims:
                yield part
            else:
                yield from filter(None, part.split(";"))

    def _id(self, cell: Cell, written: str) -> str | None:
        return read_id_in(cell, id_meant(written, self._builder.claims), self._diagnostics)

    def _kind(self, cell: Cell) -> RelationKind | None:
        kind = relation_kind(cell.value)
        if not cell.value.strip():
            message = "the row does not say what the claim does to its target"
            self._diagnostics.add(cell.at, "missing-cell", message, _KNOWN)
        elif kind is None:
            self._diagnostics.add(cell.at, *unknown_relation(cell.value))
        return kind

    def _add_link(
        self, kind: RelationKind | None, premises: tuple[str, ...], target: str, cells: Cells
    ) -> None:
        """Keep a relation for the map, or only its id after an error."""
        if kind is None or not premises:
            self._unread.add(_given_id(cells) or default_id(premises, target))
        else:
            self._links.append(_Link(kind, premises, target, cells))

    def _add_ends(self) -> None:
        """Add the premises and targets of relations as claims."""
        premises = {premise for link in self._links for premise in link.premises}
        steps = {link.wanted for link in self._links} - premises
        for link in self._links:
            ends = dict.fromkeys(link.premises, link.cells["from"])
            if link.kind is not RelationKind.UNDERCUTS and link.target not in steps:
                ends.setdefault(link.target, link.cells["target"])
            for name, cell in ends.items():
                if name not in self._builder.claims:
                    self._builder.claim(name, name, offset=cell.at)

    def _add_links(self) -> None:
        builder = self._builder
        seen: set[tuple[RelationKind, tuple[str, ...], str]] = set()
        for link in self._links:
            kind, premises, target, cells = link
            given = _given_id(cells)
            if given is None and link[:3] in seen:
                self._losses.add("relation given twice", plural="relations given twice")
                continue
            seen.add(link[:3])
            name = given or builder.new_id(link.wanted)
            if name in builder.relations or name in builder.claims:
                what = "relation" if name in builder.relations else "claim"
                message = f"the id '{name}' is already that of a {what}"
                self._diagnostics.add(cells["id"].at, "duplicate-id", message)
                continue
            scheme, note = (self._read(cells, each, read_text) for each in ("scheme", "note"))
            weight = self._read(cells, "weight", read_weight)
            builder.relations[name] = Relation(name, kind, premises, target, scheme, note, weight)
            builder.offsets[name] = cells["row"].at
            self._cells[name] = cells

    def _read(self, cells: Cells, column: str, read: Reader) -> Any:
        cell = cells.get(column)
        if cell is None or not cell.value:
            return None
        try:
            return read(cell.value)
        except UnfitError as unfit:
            self._diagnostics.add(cell.at, unfit.code, f"{column} {unfit.message}", unfit.hint)
            return None


def _given_id(cells: Cells) -> str | None:
    cell = cells.get("id")
    return cell.value.strip() or None if cell else None
