"""Citations on a page: numbers at the claims, and a list at its foot."""

from __future__ import annotations

from argmap import ArgumentMap, Claim, Relation, RelationKind
from argmap.analysis.outline import outline
from argmap.formats import Losses, draw
from argmap.model import Citation
from argmap.pictures.page.cited import MOST, mark, numbered
from argmap.pictures.picture import Arrangement, PageOptions, Picture

SURVEY, STUDY = Citation("A survey", "javascript:alert(1)"), Citation("A study")
CLAIMS = [
    Claim("a", "A.", citations=(STUDY,)),
    Claim("b", "B.", citations=(SURVEY, STUDY, SURVEY)),
    Claim("c", "C."),
]
MAP = ArgumentMap(CLAIMS, [Relation("a/b", RelationKind.SUPPORTS, ("a",), "b")])
PAGE = Picture(arrangement=Arrangement.PAGE)


def many(number: int, text: str = "A book") -> ArgumentMap:
    cited = tuple(Citation(f"{text} {n}") for n in range(number))
    return ArgumentMap([Claim("a", "A.", citations=cited)])


def test_numbers_are_in_the_order_of_the_rows() -> None:
    numbers = numbered(outline(MAP), PAGE)
    assert numbers == {SURVEY: 1, STUDY: 2}
    assert [mark(claim, numbers) for claim in CLAIMS] == ["[2]", "[1, 2]", ""]


def test_where_there_is_no_room_none_is_numbered() -> None:
    assert len(numbered(outline(many(MOST)), PAGE)) == MOST
    assert numbered(outline(many(MOST + 1)), PAGE) == {}
    assert numbered(outline(many(2, "x" * 800)), PAGE) == {}
    labels = PAGE._replace(options=PageOptions(has_labels_alone=True))
    assert numbered(outline(MAP), labels) == {}


def test_what_is_not_listed_is_counted() -> None:
    for found, is_lost in ((MAP, False), (many(MOST + 1), True)):
        losses = Losses()
        svg = draw(found, "svg", picture=PAGE, losses=losses).decode()
        assert ("list of citations" in losses.counts) is is_lost
        assert ("[1] " in svg) is not is_lost
    svg = draw(MAP, "svg", picture=PAGE).decode()
    assert "[1] A survey, javascript:alert(1)" in svg
    assert "<a " not in svg
    assert "href" not in svg
