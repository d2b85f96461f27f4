"""Kialo: a discussion in both layouts, and what is read of it."""

from __future__ import annotations

from argmap import ArgumentMap, Relation

OLDER = r"""Discussion Title: Should the pool stay open in winter \(indoors\)?

1. The pool should stay open in winter.
1.1. Pro: Swimming keeps people healthy \(see [a study](https://example.org/s_\(1\))\).
It does so
1. at any age,
2. in any season.

That counts most in winter.
1.1.1. Con: Those who swim are healthy already.
1.1.2. Pro: -> See 1.2.1.
1.2. Con: Heating it costs too much.
1.2.1. Con: The school pays half.
1.2.2. Pro: -> See 1.1.1.
1.10. Con: -> See 1.2.
"""


NEWER = """Discussion Name:
When should the pool open?

1. Question:
When should the pool  open?

  1.1. Thesis:
  At six, before work [1].

    1.1.1. Pro:
    Most people ask for it [2], and [1] says so [1]. See [3](https://example.org).

    They asked twice [99].

    1.1.2. Con:
    -> See 1.2.1.

  1.2. Thesis:
  At nine.

    1.2.1. Pro:
    Early shifts cost more.

Sources:
[1] https://example.org/survey
"Of those asked, most said:

1.1.3. Con: too early
[3] times out of
[2] days a week."
[2] https://example.org/count
[3] A leaflet of 2019
[5] https://example.org/late
[4] https://example.org/earlier
"""


def relations(argument_map: ArgumentMap) -> list[Relation]:
    """Return the relations of a map in order."""
    return list(argument_map.relations.values())


def texts(argument_map: ArgumentMap) -> dict[str, str]:
    """Return the text of each claim."""
    return {name: claim.text for name, claim in argument_map.claims.items()}


def older(claims: str) -> str:
    """Return a discussion in the older layout with these claims."""
    return f"Discussion Title: T\n\n{claims}"
