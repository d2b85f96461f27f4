"""The options of a picture, and what becomes of them."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from argmap.cli import _inputs
from argmap.cli._output import say
from argmap.errors import NO, ArgmapError
from argmap.formats import drawable
from argmap.model import ArgumentMap, Claim, Relation
from argmap.pictures.picture import Direction, Grouping, Picture, Theme

if TYPE_CHECKING:
    from argmap.analysis.chains import Chain
    from argmap.analysis.evaluation.evaluation import Outcome

DirectionName = Annotated[
    Direction | None,
    typer.Option(
        help="Picture: where arrows point to; theses are there. Default: up.", show_default=False
    ),
]
ThemeName = Annotated[
    Theme | None,
    typer.Option(help="Picture: print has no colours. Default: light.", show_default=False),
]
GroupName = Annotated[
    Grouping | None,
    typer.Option(
        help="Picture: frame claims that share it; a section is their first place.",
        show_default=False,
    ),
]
Highlight = Annotated[
    str | None,
    typer.Option(
        metavar="FROM..TO",
        help="Picture: light up the shortest chain from a claim to another, dim the rest.",
    ),
]
Evaluated = Annotated[
    bool,
    typer.Option("--evaluate", help="Picture: show what is in, out or undecided, or how strong."),
]


_READABLE = 150  # claims, or relations, of a picture that can be read
_FURTHEST = 20  # relations, from a claim to what is drawn with it


class Drawing(NamedTuple):
    """The options of a picture, as given."""

    direction: Direction | None
    theme: Theme | None
    group: Grouping | None
    highlight: str | None
    evaluated: bool
    semantics: str | None
    assume: list[str]
    reject: list[str]

    @property
    def is_evaluated(self) -> bool:
        """Whether the map is to be evaluated."""
        return bool(self.evaluated or self.semantics or self.assume or self.reject)

    def refuse_for(self, format: str) -> None:
        """Raise ArgmapError for the first option that a format which is no picture cannot use."""
        names = {"evaluated": "evaluate"}
        for field, value in self._asdict().items():
            if value:
                message = f"--{names.get(field, field)} is for pictures, and {format} is none"
                raise ArgmapError(message, f"name one with -f: {', '.join(drawable())}")


def picture_of(
    whole: ArgumentMap, part: ArgumentMap, drawing: Drawing, chain: Chain | None
) -> Picture:
    """Return how a map, or a part of it, is to be drawn; what is said holds of the whole.

    Raises what ``evaluate`` raises.
    """
    is_part = len(part.claims) < len(whole.claims)
    left_out = {name: len(whole.incoming(name)) - len(part.incoming(name)) for name in part.claims}
    return Picture(
        drawing.direction or Direction.UP,
        drawing.theme or Theme.LIGHT,
        drawing.group,
        tuple(node.id for node in chain.nodes) if chain else None,
        _outcome(whole, drawing) if drawing.is_evaluated else None,
        len(whole.claims) if is_part else None,
        {name: number for name, number in left_out.items() if number},
    )


def _outcome(argument_map: ArgumentMap, drawing: Drawing) -> Outcome:
    from argmap.analysis.evaluation.evaluation import evaluate
    from argmap.analysis.semantics import DEFAULT

    return evaluate(
        argument_map,
        drawing.semantics or DEFAULT,
        assume=drawing.assume,
        reject=drawing.reject,
    )


def chain_of(argument_map: ArgumentMap, ends: str) -> Chain:
    """Return the shortest chain between two claims that are written ``FROM..TO``.

    Where there is none, it says so and ends the command with exit status 1.
    Raises ArgmapError for what is not two claims.
    """
    from argmap.analysis.chains import chains
    from argmap.views.chains import no_chain

    start, end = _ends(argument_map, ends)
    found = next(chains(argument_map, start, end), None)
    if found is None:
        say(no_chain(argument_map, [start], [end]))
        raise typer.Exit(NO)
    return found


def _ends(argument_map: ArgumentMap, ends: str) -> tuple[str, str]:
    """Return the two claims; there may be dots in their ids, so every way to split is tried."""
    pieces = ends.split("..")
    ways = [("..".join(pieces[:at]), "..".join(pieces[at:])) for at in range(1, len(pieces))]
    known = [way for way in ways if all(name in argument_map.claims for name in way)]
    if known:
        return known[0]
    if not ways or not all(ways[0]):
        hint = "such as: --highlight phone-call..cognitive-community"
        raise ArgmapError(f"'{ends}' does not name two claims as FROM..TO", hint)
    if len(ways) > 1:
        raise ArgmapError(f"'{ends}' does not name two claims")
    return _inputs.claim_id(argument_map, ways[0][0]), _inputs.claim_id(argument_map, ways[0][1])


def claims_of(argument_map: ArgumentMap, chain: Chain) -> set[str]:
    """Return the claims of a chain, and those without which a step of it cannot be drawn."""
    found: set[str] = set()
    for node in chain.nodes:
        ends = (*node.premises, node.target) if isinstance(node, Relation) else (node.id,)
        found.update(end for end in ends if end in argument_map.claims)
    return found


def refuse_too_big(
    whole: ArgumentMap, part: ArgumentMap, claim_ids: list[str], named: dict[str, str | None]
) -> None:
    """Raise ArgmapError where a map has more claims than a picture holds, with a way out.

    ``named`` has the options that name the map and where the picture goes.
    """
    from argmap.pictures.drawing import is_too_big, too_big

    if not is_too_big(part):
        return
    starts = claim_ids or [_most_interesting(whole)]
    depth = _depth(whole, starts)
    if not depth:
        raise too_big(part, "draw the part around a claim that fewer claims bear on")
    words = ["argmap", "export", *starts, "--depth", str(depth)]
    words += [word for name, value in named.items() if value for word in (name, value)]
    raise too_big(part, f"to draw a part of it: {shlex.join(words)}")


def _most_interesting(argument_map: ArgumentMap) -> str:
    """Return the thesis, or else the root, that most bears on directly, if not too much."""

    def interest(claim: Claim) -> tuple[bool, bool, int]:
        direct = len(argument_map.incoming(claim.id))
        return direct <= _READABLE, claim.kind == "thesis", direct

    claims = list(argument_map.roots()) or list(argument_map.claims.values())
    return max(claims, key=interest).id


def _depth(argument_map: ArgumentMap, starts: list[str]) -> int:
    """Return how far around some claims a picture that can be read may reach.

    0: what bears on them directly is more than can be read.
    """
    from argmap.analysis.neighbourhood import neighbourhood

    depth, size = 0, 0
    while depth < _FURTHEST:
        part = neighbourhood(argument_map, starts, depth + 1)
        if max(len(part.claims), len(part.relations)) > _READABLE or len(part.claims) == size:
            break
        depth, size = depth + 1, len(part.claims)
    return depth
