"""The options of a picture, and the picture they describe."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from argmap.cli import _inputs
from argmap.cli._options import EvaluationOptions
from argmap.cli._output import say
from argmap.errors import NO, ArgmapError
from argmap.formats import drawable
from argmap.model import ArgumentMap, Claim, Relation
from argmap.pictures.picture import (
    Arrangement,
    Direction,
    Grouping,
    PageOptions,
    Paper,
    Picture,
    Theme,
)

if TYPE_CHECKING:
    from argmap.analysis.chains import Chain
    from argmap.analysis.evaluation.evaluation import Outcome

LayoutName = Annotated[
    Arrangement | None,
    typer.Option(
        help="Picture: cards and arrows, or a page of rows. Default: a page above 25 claims.",
        show_default=False,
    ),
]
DirectionName = Annotated[
    Direction | None,
    typer.Option(
        help="Cards: where arrows point, and theses stand. Default: up.", show_default=False
    ),
]
ThemeName = Annotated[
    Theme | None,
    typer.Option(help="Picture: colours; print has none. Default: light.", show_default=False),
]
GroupName = Annotated[
    Grouping | None,
    typer.Option(
        help="Cards: frame claims that share this; a section is their first place.",
        show_default=False,
    ),
]
Highlight = Annotated[
    str | None,
    typer.Option(
        metavar="FROM..TO",
        help="Picture: highlight the shortest chain from one claim to another.",
    ),
]
Evaluated = Annotated[
    bool,
    typer.Option("--evaluate", help="Picture: show the status or strength of each claim."),
]
Width = Annotated[
    int | None,
    typer.Option(
        metavar="PIXELS", min=240, max=10_000, help="Page: how wide it is. Default: 836 a column."
    ),
]
Columns = Annotated[
    int | None,
    typer.Option(metavar="N", min=1, max=12, help="Page: how many columns it has."),
]
PaperName = Annotated[
    Paper | None,
    typer.Option(
        help="Page: fit it on sheets of paper, or slides. Default for pdf: a4.",
        show_default=False,
    ),
]
Labels = Annotated[
    bool, typer.Option("--labels", help="Page: labels alone, without the sentences beside them.")
]

_READABLE = 150  # claims, or relations, of a picture that can be read
_FURTHEST = 20  # relations, from a claim to what is drawn with it


class Drawing(NamedTuple):
    """The options of a picture, as given."""

    layout: LayoutName = None
    direction: DirectionName = None
    theme: ThemeName = None
    group: GroupName = None
    highlight: Highlight = None
    evaluated: Evaluated = False
    width: Width = None
    columns: Columns = None
    paper: PaperName = None
    labels: Labels = False

    @property
    def options(self) -> PageOptions:
        """What is asked for of a page."""
        return PageOptions(self.width, self.columns, self.paper, self.labels)

    def refuse_contradiction(self) -> None:
        """Raise ArgmapError where options of cards and of pages are given together."""
        for_cards = [n for n in ("direction", "group") if getattr(self, n)]
        for_pages = [n for n in ("width", "columns", "paper", "labels") if getattr(self, n)]
        if self.layout is Arrangement.PAGE and for_cards:
            raise ArgmapError(f"--{for_cards[0]} is for --layout cards")
        if self.layout is Arrangement.CARDS and for_pages:
            raise ArgmapError(f"--{for_pages[0]} is for --layout page")
        if for_cards and for_pages:
            raise ArgmapError(f"--{for_cards[0]} is for cards, and --{for_pages[0]} for a page")
        if self.width and self.paper:
            raise ArgmapError("--width and --paper are both given; the paper has a width")

    def refuse_for(self, format: str, evaluation: EvaluationOptions) -> None:
        """Raise ArgmapError for the first option, if any: ``format`` is not a picture."""
        names = {"evaluated": "evaluate"}
        for field, value in (self._asdict() | evaluation._asdict()).items():
            if value:
                message = f"--{names.get(field, field)} is for pictures, and {format} is not one"
                raise ArgmapError(message, f"name one with -f: {', '.join(drawable())}")


def picture_of(
    whole: ArgumentMap,
    part: ArgumentMap,
    drawing: Drawing,
    chain: Chain | None,
    outcome: Outcome | None,
) -> Picture:
    """Return how to draw a map or a part of it; ``outcome`` is the evaluation of the whole."""
    is_part = len(part.claims) < len(whole.claims)
    left_out = {name: len(whole.incoming(name)) - len(part.incoming(name)) for name in part.claims}
    return Picture(
        drawing.direction or Direction.UP,
        drawing.theme or Theme.LIGHT,
        drawing.group,
        tuple(node.id for node in chain.nodes) if chain else None,
        outcome,
        len(whole.claims) if is_part else None,
        {name: number for name, number in left_out.items() if number},
        drawing.layout,
        drawing.options,
    )


def chain_of(argument_map: ArgumentMap, ends: str) -> Chain:
    """Return the shortest chain between two claims, given as ``FROM..TO``.

    If there is none, a message says so and the command ends with status 1. Raises
    ArgmapError for anything but two claims.
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
    """Return the two claims, trying every way to split, as ids may have dots."""
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
    """Return the claims of a chain, and those that its relations need to be drawn."""
    found: set[str] = set()
    for node in chain.nodes:
        ends = (*node.premises, node.target) if isinstance(node, Relation) else (node.id,)
        found.update(end for end in ends if end in argument_map.claims)
    return found


def refuse_too_big(
    whole: ArgumentMap,
    part: ArgumentMap,
    picture: Picture,
    claim_ids: list[str],
    named: dict[str, str | None],
) -> None:
    """Raise ArgmapError for a map too big for cards, with the command that draws a part of it.

    ``named`` has the options that name the map and the output.
    """
    from argmap.pictures.drawing import arrangement_of, is_too_big, too_big

    if arrangement_of(part, picture) is Arrangement.PAGE or not is_too_big(part):
        return
    starts = claim_ids or [_most_interesting(whole)]
    depth = _depth(whole, starts)
    if not depth:
        raise too_big(part, "draw the part around a claim that fewer claims bear on")
    words = ["argmap", "export", *starts, "--depth", str(depth)]
    words += [word for name, value in named.items() if value for word in (name, value)]
    raise too_big(part, f"to draw a part of it: {shlex.join(words)}")


def _most_interesting(argument_map: ArgumentMap) -> str:
    """Return the thesis, or else the root, with the most relations to it that are readable."""

    def interest(claim: Claim) -> tuple[bool, bool, int]:
        direct = len(argument_map.incoming(claim.id))
        return direct <= _READABLE, claim.kind == "thesis", direct

    claims = list(argument_map.roots()) or list(argument_map.claims.values())
    return max(claims, key=interest).id


def _depth(argument_map: ArgumentMap, starts: list[str]) -> int:
    """Return how many relations around some claims a readable picture may reach.

    0 if even those next to them are too many.
    """
    from argmap.analysis.neighbourhood import neighbourhood

    depth, size = 0, 0
    while depth < _FURTHEST:
        part = neighbourhood(argument_map, starts, depth + 1)
        if max(len(part.claims), len(part.relations)) > _READABLE or len(part.claims) == size:
            break
        depth, size = depth + 1, len(part.claims)
    return depth
