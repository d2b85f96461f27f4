"""The command ``why``."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated

from argmap.cli._answers import Answer, print_answers
from argmap.cli._groups import Group
from argmap.cli._options import CommonOptions, EvaluationOptions, Fixed, claims_argument
from argmap.cli._output import has_italics, most_indents, width
from argmap.model import ArgumentMap

if TYPE_CHECKING:
    from argmap.views.outline import Look

GROUP = Group.ASK


def command(
    *,
    claim_id: Annotated[
        str | None, claims_argument("The claim to explain.", metavar="[CLAIM]")
    ] = None,
    evaluation: EvaluationOptions,
    common: CommonOptions,
) -> None:
    """Explain the status or the strength of a claim.

    For a claim that is in, every support that carries it is printed, up to eight and
    the best developed first, and why each attack on it fails; below, one support for
    each claim. For one that is out, it is an attack that defeats it, or why no
    support carries it; for one that is undecided, what keeps it undecided. If
    extensions differ over the claim, one of each kind is explained. Where one answer
    to a question is chosen, its other answers count as attacks. For strengths,
    it is what raised and what lowered it, and by how much. For carneades, it is what
    was weighed for it and for each other side of the issue, by how much one side
    outweighs the other, and what weight would turn it.

    Without a claim, up to three are explained: the theses that overview describes or,
    if there are none, the roots. JSON is then an array.

    JSON is {"claim", "semantics", "explanations": [{"status", "reasons", "others",
    "in_cycle"}]}, the last two being further supports; or for strengths {"claim",
    "semantics", "strength", "weight", "fixed", "relations": [{"relation",
    "contribution", "weakest", "effect"}]}; or for carneades {"claim", "semantics",
    "status", "because", "standard", "weight", "arguments", "against", "turns":
    [{"relation", "weight", "needed", "status"}], "exhaustive"}.

    \b
    Examples:
      argmap why open-trend
      argmap why quasi-alliance --semantics preferred
      argmap why cognitive-community --semantics df-quad
      argmap why quasi-alliance -s carneades
    """
    argument_map = common.read_map()
    print_answers(
        argument_map, claim_id, partial(_answer, argument_map, evaluation, common), common
    )


def _answer(
    argument_map: ArgumentMap, evaluation: EvaluationOptions, common: CommonOptions, claim_id: str
) -> Answer:
    from argmap.analysis.evaluation.explanation import why
    from argmap.analysis.semantics import is_gradual, is_weighing
    from argmap.views.explanation import explanation_data, explanations_rows
    from argmap.views.outline import Look
    from argmap.views.phrases import unit_of

    fixed = evaluation.fixed(argument_map)
    name = evaluation.name
    look = Look(
        common.glyphs,
        width(common.format),
        unit_of(argument_map),
        has_italics=has_italics(common.format),
    )
    if is_gradual(name):
        return _strength(argument_map, claim_id, name, fixed, look)
    if is_weighing(name):
        return _weighed(argument_map, claim_id, name, fixed, look)
    found = why(argument_map, claim_id, name, max_indent=most_indents(common.format), **fixed)
    explained = [explanation_data(each) for each in found]
    nothing = f"this map has no {name} extension, so there is nothing to explain"
    return Answer(
        list(explanations_rows(found, name, look)),
        {"claim": claim_id, "semantics": name, "explanations": explained},
        [] if found else [nothing],
        bool(found),
    )


def _weighed(
    argument_map: ArgumentMap, claim_id: str, name: str, fixed: Fixed, look: Look
) -> Answer:
    from argmap.analysis.evaluation.weighed import why_weighed
    from argmap.views.weighing import balanced_data, balanced_rows

    found = why_weighed(argument_map, claim_id, name, **fixed)
    said = [] if found.is_exhaustive else ["the search for weights that would turn it was cut off"]
    rows = balanced_rows(found, argument_map, look.glyphs, look.width)
    return Answer(list(rows), balanced_data(found, name), said, is_yes=True)


def _strength(
    argument_map: ArgumentMap, claim_id: str, name: str, fixed: Fixed, look: Look
) -> Answer:
    from argmap.analysis.evaluation.influence import influences
    from argmap.analysis.semantics import gradual
    from argmap.views.explanation import influence_data, influence_rows

    found = influences(argument_map, claim_id, gradual(name), **fixed)
    rows = influence_rows(found, argument_map, look, name)
    unsettled = f"'{claim_id}' is in a cycle that does not settle under {name}, or depends on one"
    is_settled = found.strength is not None
    said = [] if is_settled else [unsettled]
    return Answer(list(rows), influence_data(found, name), said, is_settled)
