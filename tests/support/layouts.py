"""Map files laid out as people lay them out: a strategy that writes a map in any manner."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from hypothesis import strategies as st

from argmap import ArgumentMap
from argmap.documents.yaml_scalars import flow, quoted
from argmap.model.expectation import grouped
from argmap.model.plain import plain_claim, plain_expected, plain_relation
from support.strategies import argument_maps

Draw = Callable[[st.SearchStrategy[Any]], Any]
_COMMENT = "# said of what follows"


class Page(NamedTuple):
    """A map and a text of it; ``pieces`` are the texts of its claims and relations by id."""

    argument_map: ArgumentMap
    text: str
    pieces: dict[str, str]
    comments: int  # lines between the pieces


@st.composite
def pages(draw: st.DrawFn) -> Page:
    """Draw a map and a layout of it."""
    whole = draw(argument_maps(min_claims=1, max_claims=5, max_relations=5))
    argument_map = ArgumentMap(
        whole.claims.values(), whole.relations.values(), expectations=whole.expectations
    )
    pieces: dict[str, str] = {}
    lines = ["# A map by hand", "argmap:  1  # the version"]
    parts = [
        _claims(draw, argument_map, pieces),
        _relations(draw, argument_map, pieces),
        _expected(draw, argument_map),
    ]
    for part in draw(st.permutations(parts)):
        lines += [*draw(_gaps), *part]
    newline = draw(st.sampled_from(["\n", "\n", "\r\n"]))
    text = "\n".join(lines) + draw(st.sampled_from(["\n", "", "\n\n", "\n# The end\n", "\n...\n"]))
    pieces = {key: piece.replace("\n", newline) for key, piece in pieces.items()}
    return Page(argument_map, text.replace("\n", newline), pieces, text.count(_COMMENT))


_gaps = st.sampled_from([[], [], [""], [_COMMENT], ["", _COMMENT], [_COMMENT, "", ""]])


def _quoted(value: Any) -> str:
    """Return a value as JSON would have it, but with the escapes of YAML."""
    if isinstance(value, dict):
        return f"{{{', '.join(f'{_quoted(k)}: {_quoted(v)}' for k, v in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(_quoted, value))}]"
    return quoted(value) if isinstance(value, str) else flow(value)


def _value(draw: Draw, value: Any) -> str:
    if isinstance(value, list) and draw(st.booleans()):
        return f"[ {' , '.join(flow(item) for item in value)} ]"
    return _quoted(value) if draw(st.booleans()) else flow(value)


def _inline(draw: Draw, fields: dict[str, Any], indent: str) -> str:
    """Return fields in braces: on one line, or a line each."""
    pairs = [f"{key}: {_value(draw, value)}" for key, value in fields.items()]
    if draw(st.booleans()):
        return "{" + f",\n{indent}".join(pairs) + ("," if draw(st.booleans()) else "") + " }"
    return "{" + ", ".join(pairs) + "}"


def _block(draw: Draw, fields: dict[str, Any], indent: str) -> list[str]:
    """Return fields as lines, some of them with comments, lists perhaps with dashes."""
    lines = []
    for key, value in fields.items():
        is_long = isinstance(value, list) and len(value) > 1
        if is_long and draw(st.booleans()):
            lines += [f"{indent}{key}:", *(f"{indent}  - {flow(item)}" for item in value)]
        elif key == "text" and value.isalnum() and value.isascii() and draw(st.booleans()):
            lines += [f"{indent}text: {draw(st.sampled_from(['>-', '|-']))}", f"{indent}   {value}"]
        else:
            lines.append(f"{indent}{key}: {_value(draw, value)}{draw(_tails)}")
    return lines


_tails = st.sampled_from(["", "", "  # a remark"])


def _claims(draw: Draw, argument_map: ArgumentMap, pieces: dict[str, str]) -> list[str]:
    if draw(st.integers(0, 4)) == 0:
        return [f"claims: {_claims_in_flow(draw, argument_map, pieces)}"]
    lines = [f"claims:{draw(_tails)}"]
    indent = " " * draw(st.sampled_from([1, 2, 4]))
    for claim in argument_map.claims.values():
        lines += (indent + line if line else "" for line in draw(_gaps))
        fields = plain_claim(claim)
        key = f"{indent}{_value(draw, claim.id)}:"
        if len(fields) == 1 and draw(st.booleans()):
            piece = f"{key} {_value(draw, claim.text)}{draw(_tails)}"
            if claim.text.isalnum() and claim.text.isascii() and draw(st.booleans()):
                piece = f"{key} >-  # folded\n{indent}   {claim.text}"
        elif draw(st.booleans()):
            piece = f"{key} {_inline(draw, fields, indent + '      ')}{draw(_tails)}"
        else:
            inner = indent + " " * draw(st.sampled_from([1, 2, 4]))
            piece = "\n".join([key + draw(_tails), *_block(draw, fields, inner)])
        pieces[claim.id] = piece
        lines.append(piece)
    return lines


def _claims_in_flow(draw: Draw, argument_map: ArgumentMap, pieces: dict[str, str]) -> str:
    for claim in argument_map.claims.values():
        key = _quoted(claim.id)
        pieces[claim.id] = f"{key}: {_inline(draw, plain_claim(claim), '      ')}"
    comma = ", " if draw(st.booleans()) else ",\n  "
    joined = comma.join(pieces[claim_id] for claim_id in argument_map.claims)
    return "{" + joined + "}"


_no_relations = st.sampled_from([[], ["relations:"], ["relations: []"], ["relations: ~  # no"]])


def _relations(draw: Draw, argument_map: ArgumentMap, pieces: dict[str, str]) -> list[str]:
    if not argument_map.relations:
        nothing: list[str] = draw(_no_relations)
        return nothing
    lines = [f"relations:{draw(_tails)}"]
    indent = " " * draw(st.sampled_from([0, 2, 3]))
    for relation in argument_map.relations.values():
        lines += (indent + line if line else "" for line in draw(_gaps))
        fields = plain_relation(relation)
        if relation.has_default_id:
            del fields["id"]
        gap = draw(st.sampled_from([" ", "   "]))
        if draw(st.booleans()):
            piece = f"{indent}-{gap}{_inline(draw, fields, indent + '     ')}{draw(_tails)}"
        else:
            block = _block(draw, fields, f"{indent} {gap}")
            first = block[0].removeprefix(f"{indent} {gap}")
            if draw(st.booleans()):
                piece = "\n".join([f"{indent}-  # on lines of its own", *block])
            else:
                piece = "\n".join([f"{indent}-{gap}{first}", *block[1:]])
        pieces[relation.id] = piece
        lines.append(piece)
    return lines


def _expected(draw: Draw, argument_map: ArgumentMap) -> list[str]:
    lines = []
    for semantics, groups in grouped(argument_map.expectations).items():
        expected = plain_expected(groups)
        if draw(st.booleans()):
            lines.append(f"  {semantics}: {_quoted(expected)}")
            continue
        lines.append(f"  {semantics}:")
        several = expected if isinstance(expected, list) else [expected]
        for group in several:
            inner = _block_of(draw, group)
            dash = "    - " if isinstance(expected, list) else "    "
            lines += [dash + inner[0], *(" " * len(dash) + line for line in inner[1:])]
    return ["expect:", *lines] if lines else []


def _block_of(draw: Draw, group: dict[str, Any]) -> list[str]:
    lines = []
    for key, value in group.items():
        if isinstance(value, dict):
            lines += [f"{key}:", *(f"  {_quoted(k)}: {v}" for k, v in value.items())]
        elif isinstance(value, list) and draw(st.booleans()):
            lines += [f"{key}:", *(f"- {_quoted(item)}  # one" for item in value)]
        else:
            lines.append(f"{key}: {flow(value)}")
    return lines
