"""A step and its scheme: which premise has which role, and what a question asks of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from argmap.model import ArgumentMap, Claim, CriticalQuestion, Relation, RelationKind, Scheme
from argmap.model.text import shortened

ONE_BY_ONE = frozenset({"convergent", "cumulative"})
"""How schemes weigh premises that do not depend on one another: any number has the first role."""

PLACEHOLDER = re.compile(r"\{([^{}\s]+)\}")
"""A role in the text of a question: ``{assertion}``."""

OF_ALL = ("conclusion", "premises")
"""What may stand in the text of a question besides roles."""

_LABEL_AT_MOST = 60  # characters of a claim in the text of a question


def roles(scheme: Scheme, premises: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Return the premises, by id, that have each role of a scheme, in its order.

    They fill the roles in their order, or all the first one where the scheme weighs them
    one by one. What the map leaves unsaid is empty; premises beyond the last role have none.
    """
    names = [role for role, _ in scheme.premises]
    if scheme.weighing in ONE_BY_ONE:
        return {role: tuple(premises) if not number else () for number, role in enumerate(names)}
    return {role: tuple(premises[n : n + 1]) for n, role in enumerate(names)}


def room(scheme: Scheme) -> int | None:
    """Return how many premises a scheme has roles for, None for any number."""
    takes_any = scheme.weighing in ONE_BY_ONE or not scheme.premises
    return None if takes_any else len(scheme.premises)


def general_text(question: CriticalQuestion) -> str:
    """Return what a question asks of any step: roles are called by their names."""
    return PLACEHOLDER.sub(lambda found: f"the {_spaced(found[1])}", question.text)


def text_for(
    question: CriticalQuestion, scheme: Scheme, relation: Relation, argument_map: ArgumentMap
) -> str:
    """Return what a question asks of a step, with its own claims in the place of roles.

    A role for which the map has no premise is called by its name.
    """
    filled = roles(scheme, relation.premises)

    def words(found: re.Match[str]) -> str:
        name = found[1]
        if name == "conclusion" and name not in filled:
            return _conclusion(relation, argument_map)
        names = relation.premises if name == "premises" else filled.get(name, ())
        return _quoted(names, argument_map) if names else f"the {_spaced(name)}"

    return PLACEHOLDER.sub(words, question.text)


def _spaced(role: str) -> str:
    return role.replace("-", " ").replace("_", " ")


def _conclusion(relation: Relation, argument_map: ArgumentMap) -> str:
    """Return what a step concludes: its target, the step that is its target, or the denial."""
    target = relation.target
    if target in argument_map.claims:
        words = _quoted([target], argument_map)
        is_for = relation.kind is RelationKind.SUPPORTS
        return words if is_for else f"the denial of {words}"
    step = argument_map.relations[target]
    words = f"the step from {_quoted(step.premises, argument_map)}"
    return words if relation.kind is RelationKind.SUPPORTS else f"the failure of {words}"


def _quoted(names: Sequence[str], argument_map: ArgumentMap) -> str:
    """Return claims in quotes, as ``“A”``, ``“A” and “B”`` or ``“A” and 3 others``."""
    claims = argument_map.claims
    first = [f"“{_label(claims[name])}”" for name in names[:2]]
    if len(names) > 2:
        return f"{first[0]} and {len(names) - 1:,} others"
    return " and ".join(first)


def _label(claim: Claim) -> str:
    """Return a claim to stand within a question: without the full stop of a sentence."""
    words = shortened(claim.headline, _LABEL_AT_MOST)
    return words if words.endswith("..") else words.removesuffix(".")
