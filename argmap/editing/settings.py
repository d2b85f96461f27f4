"""Fields of a claim or a relation as they are written on a command line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from argmap.documents.document import value_of
from argmap.documents.field_values import Reader, read_id, read_text
from argmap.documents.fields import CLAIM_FIELDS, RELATION_FIELDS
from argmap.documents.places import read_places
from argmap.documents.unfit import UnfitError
from argmap.documents.yaml_document import read_document
from argmap.documents.yaml_scalars import block_key, flow, literal
from argmap.errors import ArgmapError, UnknownNameError, brief
from argmap.formats import loads
from argmap.model import Claim, FileText, Ignored
from argmap.model.plain import plain_claim, plain_facts

_SEVERAL = ("quote", "citations")  # fields that may be given several times
_WITH_ADDRESS = re.compile(r"(.*?)\s*<(\S+)>\s*", re.DOTALL)
_LITERALS = ("weight", "implicit", "assumed")  # numbers and truth values
_OF_STEPS_ALONE = ("scheme", "raises")
OF_STEPS = ("scheme", "weight", "note", "raises")
"""The fields of a relation that are said of it, besides what it is."""


def read_settings(settings: Iterable[str]) -> dict[str, Any]:
    """Return ``FIELD=VALUE`` settings as the fields of a Claim, or ``OF_STEPS`` of a Relation.

    An empty value gives what a claim without the field has. A quote and a citation may be
    given several times; a citation is a text, ``TEXT <URL>``, or ``{text: …, url: …}``.
    Raises ArgmapError for an unknown field, another one that is given twice, and a value
    that does not fit.
    """
    fields: dict[str, Any] = {}
    for setting in settings:
        name, sign, written = setting.partition("=")
        if not sign:
            hint = "such as: label=Free entry"
            if fields:  # what goes before is the beginning of that text, most likely
                hint = f"put a value of several words in quotes: '{next(reversed(fields))}=…'"
            raise ArgmapError(f"'{brief(setting)}' is not FIELD=VALUE", hint)
        if name in fields and name not in _SEVERAL:
            raise ArgmapError(f"{name} is given twice", "one value is taken")
        if name in fields and not (fields[name] and written.strip()):
            raise ArgmapError(f"{name} is both set and removed", "leave one of the two out")
        value = read_setting(name, written)
        fields[name] = (*fields[name], *value) if name in fields else value
    return fields


def read_setting(name: str, written: str, hint: str | None = None) -> Any:
    """Return the value of one field of a claim, as ``read_settings`` does for several.

    ``hint`` says what to do where the text, which a claim needs, is left empty.
    """
    if name == "raises" and written.strip():
        return _read(RELATION_FIELDS["raises"].read, name, written, _raised(written))
    if name in _OF_STEPS_ALONE:
        return read_line(name, written) if written.strip() else None
    if name not in CLAIM_FIELDS:
        raise UnknownNameError("field", name, (*CLAIM_FIELDS, *_OF_STEPS_ALONE))
    if not written.strip():
        if name == "text":
            hint = hint or "argmap remove takes the whole claim out"
            raise ArgmapError("a claim needs a text", hint)
        return Claim._field_defaults[name]
    value: Any = written
    if name == "tags":
        value = [part for part in map(str.strip, written.split(",")) if part]
    elif name == "citations":
        value = _citation(written)
    elif name in _LITERALS:
        value = literal(written.strip()) or written.strip()
    read = read_places if name == "at" else CLAIM_FIELDS[name].read
    return _read(read, name, written, value)


def _citation(written: str) -> Any:
    """Return a citation of a command line as a map file has it."""
    text = written.strip()
    if text.startswith("{") and text.endswith("}"):
        hint = "such as: {text: City survey 2023, url: 'https://example.org/'}"
        return _mapping(text, "citations is not written as a citation in YAML", hint)
    found = _WITH_ADDRESS.fullmatch(text)
    if found is None:
        return written
    return {"text": found[1], "url": found[2]} if found[1] else {"url": found[2]}


def _raised(written: str) -> Any:
    """Return a critical question of a command line as a map file has it."""
    text = written.strip()
    if text.startswith("{") and text.endswith("}"):
        hint = "such as: {step: survey/open, question: expertise}"
        return _mapping(text, "raises is not written as a question of a step in YAML", hint)
    return text


def _mapping(text: str, message: str, hint: str) -> Any:
    """Return a mapping in braces; raises ArgmapError with a message for what is none in YAML."""
    try:
        value = read_document(FileText(text, "the value")).value
    except ArgmapError:
        raise ArgmapError(message, hint) from None
    return value if isinstance(value, dict) else text


def check_fields(fields: Iterable[str], *, is_step: bool) -> None:
    """Check that a claim, or a relation, has some fields; raises ArgmapError for one it lacks."""
    for name in fields:
        if is_step and name not in OF_STEPS:
            hint = f"it has {', '.join(OF_STEPS)}; for its ends, argmap unlink and link it anew"
            raise ArgmapError(f"a relation has no {name}", hint)
        if not is_step and name in _OF_STEPS_ALONE:
            raise ArgmapError(f"a claim has no {name}", "name the relation: see argmap show CLAIM")


def read_line(name: str, written: str) -> str:
    """Return a text that is no field of a claim; raises ArgmapError, with ``name``, for none."""
    return str(_read(read_text, name, written, written))


def read_weight(written: str) -> float:
    """Return the weight of a relation; raises ArgmapError for no number from 0 to 1."""
    value = literal(written.strip()) or written.strip()
    return float(_read(CLAIM_FIELDS["weight"].read, "weight", written, value))


def _read(read: Reader, name: str, written: str, value: Any) -> Any:
    try:
        written.encode()
    except UnicodeEncodeError as error:
        byte = ord(written[error.start]) & 0xFF  # which Python keeps in half of a pair
        raise ArgmapError(f"{name} is not UTF-8: it has the byte 0x{byte:02x}") from None
    try:
        return read(value)
    except UnfitError as unfit:
        message = unfit.message if unfit.code == "bad-id" else f"{name} {unfit.message}"
        raise ArgmapError(message, unfit.hint) from None


def usable_id(written: str) -> str:
    """Return an id as it was given; raises ArgmapError where it is not valid."""
    return str(_read(read_id, "the id", written, written))


def claim_template(claim: Claim) -> str:
    """Return a map of one claim to be completed in an editor, with a line for each field."""
    lines = [
        "# The new claim: write its text, take the # from the fields you want, save and close.",
        "# Nothing is added while the text is empty.",
        "argmap: 1",
        "claims:",
        f"  {block_key(claim.id)}",
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


def read_template(text: str, name: str) -> tuple[Claim, tuple[Ignored, ...]] | None:
    """Return the claim in a completed template, and what it ignores.

    None where its text was left empty. Raises InvalidMapError, with ``name`` for
    the file, where it is no map, and ArgmapError where it says anything besides.
    """
    if _is_text_empty(FileText(text, name)):
        return None
    argument_map = loads(text, name=name)
    if len(argument_map.claims) != 1 or argument_map.relations:
        message = f"'{name}' must have one claim and no relation"
        raise ArgmapError(message, "argmap link adds relations")
    (claim,) = argument_map.claims.values()
    ignored = argument_map.ignored
    more = set(plain_facts(argument_map)) - ({"ignore"} if all(e.owner for e in ignored) else set())
    if more:
        message = f"'{name}' must have one claim and nothing besides, not {', '.join(sorted(more))}"
        raise ArgmapError(message, "write that into the map itself")
    return claim, ignored


def _is_text_empty(text: FileText) -> bool:
    """Return whether a document has one claim alone, whose text is left empty."""
    try:
        value = read_document(text).value
    except ArgmapError:
        return False  # what is wrong is reported when it is read as a map
    claims = value.get("claims") if isinstance(value, dict) else None
    if not isinstance(claims, dict) or len(claims) != 1:
        return False
    (claim,) = claims.values()
    written = value_of(claim.get("text", "?") if isinstance(claim, dict) else claim)
    return written is None or (isinstance(written, str) and not written.strip())
