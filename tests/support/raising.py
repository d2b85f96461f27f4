"""Maps without the critical questions that they raise, as most formats leave them."""

from __future__ import annotations

from argmap import ArgumentMap


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
