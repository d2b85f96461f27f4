"""The command ``why``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli import _inputs
from argmap.cli._groups import Group
from argmap.cli._options import CommonOptions, EvaluationOptions, Fixed, claim_argument
from argmap.cli._output import has_italics, most_indents, print_rows, say, width
from argmap.errors import NO
from argmap.model import ArgumentMap

if TYPE_CHECKING:
    from argmap.views.outline import Look

GROUP = Group.ASK


def command(
    *,
    claim_id: Annotated[str, claim_argument("The claim to explain.")],
    evaluation: EvaluationOptions,
    common: CommonOptions,
) -> None:
    """Explain the status or the strength of a claim.

    For a claim that is in, every support that carries it is printed, up to eight and
    the best developed first, and why each attack on it fails; below, one support for
    each claim. For one that is out, it is an attack that defeats it, or why no
    support carries it; for one that is undecided, what keeps it undecided. If
    extensions differ over the claim, one of each kind is explained. For strengths,
    it is what raised and what lowered it, and by how much.

    JSON is {"claim", "semantics", "explanations": [{"status", "reasons", "others",
    "in_cycle"}]}, the last two being further supports; or for strengths {"claim",
    "semantics", "strength", "weight", "fixed", "relations": [{"relation",
    "contribution", "weakest", "effect"}]}.

    \b
    Examples:
      argmap why open-trend
      argmap why quasi-alliance --semantics preferred
      argmap why cognitive-community --semantics df-quad
    """
    from argmap.analysis.evaluation.explanation import why
    from argmap.analysis.semantics import is_gradual
    from argmap.views.explanation import explanation_data, explanations_rows
    from argmap.views.outline import Look
    from argmap.views.phrases import unit_of

    argument_map = common.read_map()
    claim_id = _inputs.claim_id(argument_map, claim_id)
    fixed = evaluation.fixed(argument_map)
    name = evaluation.name
    look = Look(
        common.glyphs,
        width(common.format),
        unit_of(argument_map),
        has_italics=has_italics(common.format),
    )
    if is_gradual(name):
        _print_strength(argument_map, claim_id, name, fixed, look, common)
        return
    found = why(argument_map, claim_id, name, max_indent=most_indents(common.format), **fixed)
    data = {"claim": claim_id, "semantics": name}
    print_rows(
        explanations_rows(found, name, look),
        lambda: data | {"explanations": [explanation_data(each) for each in found]},
        common.format,
    )
    if not found:
        say(f"this map has no {name} extension, so there is nothing to explain")
        raise typer.Exit(NO)


def _print_strength(
    argument_map: ArgumentMap,
    claim_id: str,
    name: str,
    fixed: Fixed,
    look: Look,
    common: CommonOptions,
) -> None:
    from argmap.analysis.evaluation.influence import influences
    from argmap.analysis.semantics import gradual
    from argmap.views.explanation import influence_data, influence_rows

    found = influences(argument_map, claim_id, gradual(name), **fixed)
    rows = influence_rows(found, argument_map, look, name)
    print_rows(rows, lambda: influence_data(found, name), common.format)
    if found.strength is None:
        say(f"'{claim_id}' is in a cycle that does not settle under {name}, or depends on one")
        raise typer.Exit(NO)
