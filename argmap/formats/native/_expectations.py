"""The part ``expect`` of a map document: what it expects of its evaluation.

It has a key for each semantics. Under a qualitative one, claims are listed under
``in``, ``out`` and ``undecided``. Under a gradual one, ``strengths`` maps claims to
numbers, with an optional ``tolerance``; where tolerances differ, there is a list of such
mappings.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from argmap.documents.document import Document, Path, is_nothing
from argmap.documents.document_reader import DocumentReader
from argmap.documents.fields import STATUS_FIELDS, STRENGTH_FIELDS
from argmap.model import ArgumentMap, Claim, Expectation, Relation, Status
from argmap.model.integrity import expectation_faults

_STRENGTHS = "such as: strengths: {a-claim: 0.7}"


def check_expected(argument_map: ArgumentMap) -> None:
    """Check that a map expects of each semantics what that gives; one made in Python may not.

    Raises ArgmapError otherwise: what is written could not be read again.
    """
    if argument_map.expectations:
        from argmap.analysis.semantics import check_expectation

        for each in argument_map.expectations:
            check_expectation(each)


class ExpectationReader(DocumentReader):
    """Reads what one document expects."""

    def __init__(self, document: Document) -> None:
        """Begin with nothing expected."""
        super().__init__(document)
        self.found: list[Expectation] = []
        self._paths: list[tuple[Path, bool]] = []  # of each, and whether it is in the key

    def read(self, value: Any) -> None:
        """Read the value of ``expect`` into ``found``, collecting what is wrong with it."""
        by_semantics = self.mapping(
            ("expect",), value, "such as: expect: {grounded: {in: a-claim}}"
        )
        if not by_semantics:
            return
        from argmap.analysis.semantics import is_gradual, names

        for semantics, expected in by_semantics.items():
            path: Path = ("expect", semantics)
            if semantics not in names():
                near = self.diagnostics.near(semantics, names())
                known = f"known here: {', '.join(names())}"
                hint = f"{near} {known}" if near else known
                if semantics in STATUS_FIELDS:
                    hint = "indent it under a semantics, such as: grounded: {in: a-claim}"
                message = f"unknown semantics '{semantics}'"
                self.error(path, "unknown-semantics", message, hint, key=True)
            elif is_gradual(semantics):
                for where, group in self.items(path, {} if is_nothing(expected) else expected):
                    self._strengths(where, semantics, group)
            else:
                self._statuses(
                    path, semantics, self.mapping(path, expected, "such as: {in: a-claim}")
                )

    def paths(self) -> Mapping[Expectation, tuple[Path, bool]]:
        """Return where each expectation names its claim, and whether that is a key."""
        return dict(zip(self.found, self._paths, strict=True))

    def check(
        self,
        claims: Mapping[str, Claim],
        relations: Mapping[str, Relation],
        elsewhere: Collection[str],
    ) -> None:
        """Add an error for each expectation that does not fit the rest of the map.

        ``elsewhere`` is as for ``expectation_faults``.
        """
        where = {id(each): path for each, path in zip(self.found, self._paths, strict=True)}
        for fault in expectation_faults(self.found, claims, relations, elsewhere):
            path, is_key = where[id(fault.expectation)]
            self.error(path, fault.code, fault.message, fault.hint, key=is_key)

    def _statuses(self, path: Path, semantics: str, body: dict[str, Any]) -> None:
        for key in self.known_keys(path, body, STATUS_FIELDS):
            for where, item in self.items((*path, key), body[key]):
                claim = self.fitting(where, key, item, STATUS_FIELDS[key].read)
                if claim is not None:
                    self.found.append(Expectation(semantics, claim, Status(key)))
                    self._paths.append((where, False))

    def _strengths(self, path: Path, semantics: str, group: Any) -> None:
        body = self.mapping(path, group, _STRENGTHS)
        is_missing = "strengths" not in body
        handled = self.unknown_keys(path, body, STRENGTH_FIELDS, (), ["strengths"] * is_missing)
        if (
            is_missing
            and "strengths" not in handled
            and (isinstance(group, dict) or is_nothing(group))
        ):
            is_key = isinstance(path[-1], str)
            self.error(
                path, "missing-key", "the key 'strengths' is missing", _STRENGTHS, key=is_key
            )
        read = STRENGTH_FIELDS["tolerance"].read
        tolerance = None
        if "tolerance" in body:
            tolerance = self.fitting((*path, "tolerance"), "tolerance", body["tolerance"], read)
        where = (*path, "strengths")
        strengths = self.mapping(where, body.get("strengths"), _STRENGTHS)
        for claim, value in self.by_name(where, strengths).items():
            self._strength((*where, claim), semantics, value, tolerance)

    def _strength(self, path: Path, semantics: str, value: Any, tolerance: float | None) -> None:
        claim = str(path[-1])
        name = f"the strength of '{claim}'"
        strength = self.fitting(path, name, value, STRENGTH_FIELDS["strengths"].read)
        # Even after an error the id counts.
        self.found.append(Expectation(semantics, claim, None, strength or 0.0, tolerance))
        self._paths.append((path, True))
