"""Critical questions that a map file names by their numbers."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from argmap.model import Relation, Scheme
from argmap.model.raising import raised_step


def with_named_questions(
    relations: Sequence[Relation], schemes: Collection[Scheme]
) -> list[Relation]:
    """Return the relations of a map, critical questions that are numbers by their names.

    ``schemes`` are those of the map itself. A number stays where the step follows no scheme
    that is known, or one with fewer questions.
    """
    from argmap.analysis.schemes.catalogue import Catalogue, find_question, packaged

    known = Catalogue(schemes, packaged())
    steps = {relation.id: relation for relation in relations}
    out_of: dict[str, list[Relation]] = {}
    for relation in relations:
        for premise in relation.premises:
            out_of.setdefault(premise, []).append(relation)

    def named(relation: Relation) -> Relation:
        raised = relation.raises
        if raised is None or not raised.question.isdigit():
            return relation
        step = steps.get(raised_step(relation, lambda name: out_of.get(name, ())) or "")
        scheme = known.find(step.scheme) if step and step.scheme else None
        question = find_question(scheme, raised.question) if scheme else None
        return (
            relation._replace(raises=raised._replace(question=question.name))
            if question
            else relation
        )

    return [named(relation) for relation in relations]
