"""Fields of a claim as they are written on a command line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from argmap.errors import ArgmapError, UnknownNameError
from argmap.formats import loads
from argmap.formats._fields import CLAIM_FIELDS, UnfitError, read_id
from argmap.formats._plain import plain_claim
from argmap.formats._yaml_scalars import literal
from argmap.model import Claim

_LISTS = ("at", "tags")
_LITERALS = ("weight", "implicit", "assumed", "at")  # numbers and truth values


def read_settings(settings: Iterable[str]) -> dict[str, Any]:
    """Return ``FIELD=VALUE`` settings as the fields of a Claim; the later of two counts.

    An empty value gives what a claim without the field has. Raises ArgmapError
    for an unknown field and for a value that does not fit.
    """
    fields = {}
    for setting in settings:
        name, sign, written = setting.partition("=")
        if not sign:
            raise ArgmapError(f"'{setting}' is not FIELD=VALUE", "such as: label=Free entry")
        fields[name] = read_setting(name, written)
    return fields


def read_setting(name: str, written: str) -> Any:
    """Return the value of one field of a claim from how it is written; else as above."""
    if name not in CLAIM_FIELDS:
        raise UnknownNameError("field", name, tuple(CLAIM_FIELDS))
    if not written.strip():
        if name == "text":
            raise ArgmapError("a claim needs a text", "argmap remove takes the whole claim out")
        return Claim._field_defaults[name]
    value: Any = written
    if name in _LISTS:
        parts = [part.strip() for part in written.split(",")]
        value = [_literal(part) if name == "at" else part for part in parts if part]
    elif name in _LITERALS:
        value = _literal(written.strip())
    try:
        return CLAIM_FIELDS[name].read(value)
    except UnfitError as unfit:
        message = unfit.message if unfit.code == "bad-id" else f"{name} {unfit.message}"
        raise ArgmapError(message, unfit.hint) from None


def _literal(written: str) -> Any:
    return literal(written) or written


def usable_id(written: str) -> str:
    """Return an id as it was given; raises ArgmapError where it cannot be one."""
    try:
        return read_id(written)
    except UnfitError as unfit:
        raise ArgmapError(unfit.message, unfit.hint) from None


def claim_template(claim: Claim) -> str:
    """Return a map of one claim to be completed in an editor, with a line for each field."""
    from argmap.formats.yaml import flow

    lines = [
        "# The new claim: write its text, take the # from the fields you want, save and close.",
        "# Nothing is added while the text is empty.",
        "argmap: 1",
        "claims:",
        f"  {flow(claim.id)}:",
    ]
    given = plain_claim(claim)
    for name, field in CLAIM_FIELDS.items():
        if given.get(name):
            lines.append(f"    {name}: {flow(given[name])}")
        elif name == "text":
            lines.append('    text: ""')
        else:
            lines.append(f"    # {name}:  # {field.meaning}")
    return "\n".join(lines) + "\n"


def read_template(text: str, name: str) -> Claim | None:
    """Return the claim in a completed template; None where its text was left empty.

    Raises InvalidMapError, with ``name`` for the file, where it is no map, and
    ArgmapError where it has another number of claims than one.
    """
    if _EMPTY_TEXT.search(text):
        return None
    argument_map = loads(text, name=name)
    if len(argument_map.claims) != 1 or argument_map.relations:
        message = f"'{name}' must have one claim and no relation"
        raise ArgmapError(message, "argmap link adds relations")
    return next(iter(argument_map.claims.values()))


_EMPTY_TEXT = re.compile(r"""^ +text: *(?:""|'')? *$""", re.MULTILINE)
