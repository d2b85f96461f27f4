"""The one geometry of a map: each claim a row, once, under something it bears on.

The terminal tree, the page layout of pictures, the HTML page and the explorer
all render these rows. Everything here is a pure value, in the order of reading,
found without recursion in time linear in the size of the map.

Heads of blocks are the theses, the claims and questions that bear on nothing further, one
claim of each cycle that nothing leaves, and lemmas: claims with two or more uses and at
least eight claims placed below. All other claims are placed breadth first under what they
bear on, answers under their question where they bear on nothing else. A branch past twelve
indents goes on in a block of its own. Where a claim is used again a short row points to it,
up to eight of them under a claim.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from argmap.analysis.outline._placing import Placing
from argmap.analysis.outline._rows import DEEPEST, SHORT_AT_MOST, Rows, is_alone
from argmap.analysis.outline._sections import Sections
from argmap.analysis.outline._steps import Steps
from argmap.analysis.outline.values import (
    Block,
    Bracket,
    Form,
    Guide,
    Join,
    Link,
    Outline,
    Row,
    Section,
    Shape,
)
from argmap.analysis.standing import Standing
from argmap.model import ArgumentMap, Claim, RelationKind
from argmap.model.questions import answering

__all__ = [
    "DEEPEST",
    "SHORT_AT_MOST",
    "Block",
    "Bracket",
    "Form",
    "Guide",
    "Join",
    "Link",
    "Outline",
    "Row",
    "Section",
    "Shape",
    "heads",
    "is_alone",
    "outline",
    "rows_against",
]


def outline(
    argument_map: ArgumentMap,
    *,
    starts: Sequence[str] = (),
    kinds: Collection[RelationKind] | None = None,
    depth: int | None = None,
    inverted: bool = False,
    unrolled: bool = False,
    limit: int | None = None,
    deepest: int = DEEPEST,
    short_at_most: int | None = SHORT_AT_MOST,
    has_lemmas: bool = True,
) -> Outline:
    """Return the outline of a map, or of what bears on the claims ``starts``.

    ``kinds`` are the relations to follow (None: all); a step that one of them is on is shown
    with it. ``depth`` is how many relations deep to go (None: to the end). ``inverted`` shows
    what claims bear on instead. ``unrolled`` repeats what is under a claim each time it is
    used, which may take as many rows as there are ways: give a ``limit``, the most rows.
    A branch past ``deepest`` indents goes on in a block of its own; past ``short_at_most``
    short rows under a claim (None: no end) the others are counted. Without ``has_lemmas``
    each claim stands where it is first used, however much is under it.
    """
    steps = Steps(argument_map, kinds, is_inverted=inverted)
    placing = Placing(steps, starts, depth, has_lemmas=has_lemmas)
    sections = Sections(steps, placing, is_part=bool(starts))
    rows = Rows(
        steps,
        placing,
        depth=depth,
        limit=limit,
        is_unrolled=unrolled,
        deepest=deepest,
        short_at_most=short_at_most,
    )
    blocks = [
        Block(first, end, sections.of[head], is_continued)
        for head in sections.heads
        for first, end, is_continued in rows.blocks(head)
    ]
    made, brackets, links = rows.finished()
    row_of: Mapping[str, int] = rows.row_of
    standing: Mapping[str, Standing] = sections.standing
    return Outline(made, tuple(blocks), brackets, links, row_of, standing)


def rows_against(found: Outline) -> list[bool]:
    """Return of each row whether it speaks against the theses; what does neither is as its block.

    A short row is as the claim that it stands for.
    """
    against = []
    for block in found.blocks:
        is_against = block.section is Section.AGAINST
        for row in found.rows[block.first : block.end]:
            standing = found.standing.get(row.node.id, Standing.NONE)
            against.append(
                standing is Standing.AGAINST or (standing is Standing.NONE and is_against)
            )
    return against


def heads(argument_map: ArgumentMap) -> list[Claim]:
    """Return the claims that blocks begin with, lemmas aside: theses, roots, one a cycle.

    A question asserts nothing: in its place are the answers that stand under it.
    """
    steps = Steps(argument_map, None, is_inverted=False)
    placing = Placing(steps, (), None, has_lemmas=False)
    found: list[Claim] = []
    for name in placing.heads:
        if argument_map.claims[name].is_question:
            answers = answering(argument_map, name).items()
            found += [
                argument_map.claims[answer]
                for answer, relation in answers
                if placing.is_home(answer, relation, name)
            ]
        else:
            found.append(argument_map.claims[name])
    return found
