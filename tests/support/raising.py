"""Maps that raise critical questions, and maps without those, as most formats leave them."""

from __future__ import annotations

from hypothesis import strategies as st

from argmap import ArgumentMap, Relation, RelationKind
from argmap.model import CriticalQuestion, Raised, Scheme
from support.small import small_maps

SCHEMES = ("sign", "Argument From Example", "ExpertOpinion", "argument from analogy")
NAMES = ("strength", "typicality", "trustworthiness", "no-such-question")
OWN = Scheme(
    "own",
    ("Our Own",),
    (("first", "it is so"), ("second", "it holds")),
    "so it is",
    (CriticalQuestion("why", "Why {first}?"), CriticalQuestion("how", "How?", "second", "p. 1")),
    "a book",
    "convergent",
)


@st.composite
def questioned_maps(draw: st.DrawFn, names: tuple[str, ...] = (*NAMES, "2")) -> ArgumentMap:
    """Draw a map whose steps follow schemes, and whose undercuts and attacks raise questions.

    ``names`` are those of the questions. The step in question is named, or clear.
    """
    plain = draw(small_maps(max_claims=5, max_relations=8))
    schemes = st.sampled_from([*SCHEMES, "no such scheme", "own", None])
    relations: list[Relation] = []
    for relation in plain.relations.values():
        step = relation._replace(scheme=draw(schemes))
        candidates: list[str | None] = []
        if step.kind is RelationKind.UNDERCUTS:
            candidates = [step.target, None]
        elif step.kind is RelationKind.ATTACKS:
            every = plain.relations.values()
            serves = [r for r in every if step.target in r.premises and not r.kind.is_symmetric]
            candidates = [each.id for each in serves] + [None] * (len(serves) == 1)
        is_raising: bool = draw(st.booleans())
        if candidates and is_raising:
            name, of_step = draw(st.sampled_from(names)), draw(st.sampled_from(candidates))
            step = step._replace(raises=Raised(name, of_step))
        relations.append(step)
    return ArgumentMap(plain.claims.values(), relations, schemes=[OWN])


def without_questions(m: ArgumentMap) -> ArgumentMap:
    """Return a map whose relations raise no question."""
    return ArgumentMap(
        m.claims.values(),
        [relation._replace(raises=None) for relation in m.relations.values()],
        title=m.title,
        source=m.source,
        voices=m.voices,
        expectations=m.expectations,
        ignored=m.ignored,
        schemes=m.schemes.values(),
    )
