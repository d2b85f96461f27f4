"""The command ``why``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli import _inputs
from argmap.cli._groups import Group
from argmap.cli._options import CommonOptions, EvaluationOptions, Fixed, claim_argument
from argmap.cli._output import most_indents, print_rows, say
from argmap.errors import NO
from argmap.model import ArgumentMap

if TYPE_CHECKING:
    from argmap.analysis.evaluation.explanation import Explanation
    from argmap.views.rows import Row
    from argmap.views.theme import Glyphs

GROUP = Group.ASK


def command(
    *,
    claim_id: Annotated[str, claim_argument("The claim to explain.")],
    evaluation: EvaluationOptions,
    common: CommonOptions,
) -> None:
    """Explain the status or the strength of a claim.

    The shortest reason is printed as a tree. For a claim that is in, it is a
    support that carries it and why each attack on it fails; for one that is out,
    an attack that defeats it, or why no support carries it; for one that is
    undecided, what keeps it undecided. If extensions differ over the claim, one
    of each kind is explained. For strengths, it is what raised and what lowered
    it, and by how much.

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
    from argmap.analysis.semantics import is_gradual
    from argmap.views.explanation import explanation_data

    argument_map = common.read_map()
    claim_id = _inputs.claim_id(argument_map, claim_id)
    fixed = evaluation.fixed(argument_map)
    name = evaluation.name
    if is_gradual(name):
        _print_strength(argument_map, claim_id, name, fixed, common)
        return
    found = why(argument_map, claim_id, name, max_indent=most_indents(common.format), **fixed)
    data = {"claim": claim_id, "semantics": name}
    print_rows(
        _rows(found, name, argument_map, common.glyphs),
        lambda: data | {"explanations": [explanation_data(each) for each in found]},
        common.format,
    )
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


def _print_strength(
    argument_map: ArgumentMap, claim_id: str, name: str, fixed: Fixed, common: CommonOptions
) -> None:
    from argmap.analysis.evaluation.influence import influences
    from argmap.analysis.semantics import gradual
    from argmap.views.explanation import influence_data, influence_rows

    found = influences(argument_map, claim_id, gradual(name), **fixed)
    rows = influence_rows(found, argument_map, common.glyphs, name)
    print_rows(rows, lambda: influence_data(found, name), common.format)
    if found.strength is None:
        say(f"'{claim_id}' is in a cycle that does not settle under {name}, or depends on one")
        raise typer.Exit(NO)
