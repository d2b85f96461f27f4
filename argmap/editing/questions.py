"""Critical questions as they are named on a command line."""

from __future__ import annotations

from argmap.analysis.schemes.catalogue import catalogue, find_question, usual_name
from argmap.errors import UnknownNameError
from argmap.model import ArgumentMap, Raised, Relation
from argmap.model.raising import raised_step


def raising(relation: Relation, raised: Raised, argument_map: ArgumentMap) -> Relation:
    """Return a new relation that raises a question, by the name that its scheme has for it.

    The question stays as it is where the step follows no scheme that is known. Raises
    UnknownNameError for one that the scheme of the step does not have.
    """
    relation = relation._replace(raises=raised)
    step = argument_map.relations.get(raised_step(relation, argument_map.outgoing) or "")
    scheme = catalogue(argument_map).find(step.scheme) if step and step.scheme else None
    if scheme is None:
        return relation
    question = find_question(scheme, raised.question)
    if question is None:
        names = tuple(each.name for each in scheme.questions)
        what = f"critical question of {usual_name(scheme)}"
        raise UnknownNameError(what, raised.question, names)
    return relation._replace(raises=raised._replace(question=question.name))
