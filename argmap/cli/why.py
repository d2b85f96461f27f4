"""The command ``why``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli import _inputs
from argmap.cli._groups import Group
from argmap.cli._options import (
    Assume,
    CharsetName,
    FormatName,
    Json,
    MapFile,
    MapFormat,
    Reject,
    SemanticsName,
    Strict,
    claim_argument,
)
from argmap.cli._output import (
    Charset,
    Format,
    chosen_format,
    fold_depth,
    glyphs,
    say,
    show_rows,
    write_json,
)
from argmap.errors import NO
from argmap.model import ArgumentMap

if TYPE_CHECKING:
    from argmap.analysis.evaluation.explanation import Explanation
    from argmap.views.rows import Row
    from argmap.views.theme import Glyphs

GROUP = Group.ASK


def command(
    claim_id: Annotated[str, claim_argument("The claim to explain.")],
    semantics: SemanticsName = None,
    assume: Assume = None,
    reject: Reject = None,
    map_file: MapFile = None,
    map_format: MapFormat = None,
    strict: Strict = False,
    format_: FormatName = None,
    json: Json = False,
    charset: CharsetName = Charset.AUTO,
) -> None:
    """Explain why a claim is in, out or undecided, or so strong.

    The shortest reason there is, as a tree: for a claim that is in, the support
    that carries it and why each attack on it fails; for one that is out, the
    attack that brings it down, or why no support carries it; for an undecided
    one, what keeps it so. Where extensions differ over the claim, one of each
    kind is explained. For strengths: what raised and lowered it, by how much.

    JSON is {"claim", "semantics", "explanations": [{"status", "reasons",
    "others"}]}, or for strengths {"claim", "semantics", "strength", "weight",
    "fixed", "relations": [{"relation", "contribution", "weakest", "effect"}]}.

    \b
    Examples:
      argmap why open-trend
      argmap why quasi-alliance --semantics preferred
      argmap why cognitive-community --semantics df-quad
    """
    from argmap.analysis.evaluation.explanation import why
    from argmap.analysis.semantics import DEFAULT, is_gradual
    from argmap.views.explanation import explanation_data

    chosen = chosen_format(format_, json=json)
    is_json = chosen is Format.JSON
    argument_map = _inputs.read_map(map_file, map_format, strict=strict, json=is_json)
    claim_id = _inputs.claim_id(argument_map, claim_id)
    fixed = _inputs.fixed_ids(argument_map, assume, reject)
    name = semantics or DEFAULT
    if is_gradual(name):
        _tell_strength(argument_map, claim_id, name, fixed, chosen, charset)
        return
    found = why(
        argument_map,
        claim_id,
        name,
        assume=fixed[0],
        reject=fixed[1],
        max_indent=fold_depth(chosen),
    )
    if is_json:
        told = [explanation_data(each) for each in found]
        write_json({"claim": claim_id, "semantics": name, "explanations": told})
    else:
        show_rows(_rows(found, name, argument_map, glyphs(charset)), chosen)
    if not found:
        say(f"this map has no {name} extension, so there is nothing to explain")
        raise typer.Exit(NO)


def _rows(
    found: list[Explanation], name: str, argument_map: ArgumentMap, signs: Glyphs
) -> Iterator[Row]:
    from argmap.views.explanation import explanation_rows
    from argmap.views.phrases import unit_of
    from argmap.views.rows import BLANK, Row

    for number, explanation in enumerate(found):
        if number:
            yield BLANK
        if len(found) > 1:
            yield Row([(f"In a {name} extension where it is {explanation.status}:", "heading")])
        yield from explanation_rows(explanation, signs, unit_of(argument_map))


def _tell_strength(
    argument_map: ArgumentMap,
    claim_id: str,
    name: str,
    fixed: tuple[list[str], list[str]],
    format_: Format | None,
    charset: Charset,
) -> None:
    from argmap.analysis.evaluation.influence import influences
    from argmap.analysis.semantics import gradual
    from argmap.views.explanation import influence_data, influence_rows

    found = influences(argument_map, claim_id, gradual(name), assume=fixed[0], reject=fixed[1])
    if format_ is Format.JSON:
        write_json(influence_data(found, name))
    else:
        show_rows(influence_rows(found, argument_map, glyphs(charset), name), format_)
    if found.strength is None:
        say(f"'{claim_id}' is in a circle that does not settle under {name}, or depends on one")
        raise typer.Exit(NO)
