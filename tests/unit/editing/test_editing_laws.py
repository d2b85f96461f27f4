"""An edit in the file is the edit of the map, and touches nothing but what it is about."""

from __future__ import annotations

from typing import NamedTuple

from hypothesis import HealthCheck, given
from hypothesis import strategies as st
from support.laws import examples
from support.layouts import Page, pages
from support.strategies import argument_maps, claims_called, ids, texts

from argmap import ArgmapError, ArgumentMap, Relation, RelationKind, dumps, loads
from argmap.editing.changes import (
    Change,
    dangling,
    with_claim,
    with_fields,
    with_name,
    with_relation,
    without,
)
from argmap.editing.rewriting import rewritten
from argmap.model.relation import default_id


class Edit(NamedTuple):
    """A change and the ids of the claims and relations in the file that it is about."""

    change: Change
    touched: set[str]


def _edit(draw: st.DrawFn, argument_map: ArgumentMap) -> Edit:
    claim = draw(st.sampled_from(list(argument_map.claims)))
    anything = draw(st.sampled_from([*argument_map.claims, *argument_map.relations]))
    new = draw(ids)
    kind = draw(st.sampled_from(["add", "link", "set", "remove", "rename"]))
    if kind == "add":
        after = draw(st.none() | st.just(claim))
        relations = [Relation(default_id((new,), claim), RelationKind.ATTACKS, (new,), claim)]
        added = with_claim(argument_map, draw(claims_called(new)), relations, after)
        return Edit(added, set())
    if kind == "link":
        premise = draw(st.sampled_from(list(argument_map.claims)))
        relation = Relation(new, RelationKind.SUPPORTS, (premise,), claim, draw(st.none() | texts))
        return Edit(with_relation(argument_map, relation), set())
    if kind == "set":
        fields = draw(claims_called(claim))._asdict()
        return Edit(with_fields(argument_map, claim, fields), {claim})
    if kind == "remove":
        gone = {anything, *(r.id for r in dangling(argument_map, {anything}).relations)}
        return Edit(without(argument_map, {anything}), gone)
    renamed = with_name(argument_map, anything, new)
    ends = {
        relation.id
        for relation in argument_map.relations.values()
        if not {relation.id, relation.target, *relation.premises}.isdisjoint(renamed.renamed)
    }
    return Edit(renamed, {anything, *ends})


@st.composite
def edits(draw: st.DrawFn, argument_map: ArgumentMap) -> Edit:
    """Draw an edit of a map; one that the map refuses comes out as none."""
    try:
        return _edit(draw, argument_map)
    except ArgmapError:
        return Edit(Change(argument_map), set())


_slowly = examples(80, suppress_health_check=list(HealthCheck))


@_slowly
@given(st.data(), argument_maps(min_claims=1), st.sampled_from(["yaml", "json"]))
def test_an_edit_of_a_written_file_is_the_edit_of_its_map(
    data: st.DataObject, argument_map: ArgumentMap, format: str
) -> None:
    change, _ = data.draw(edits(argument_map))
    text = dumps(argument_map, format)
    after = rewritten(text, argument_map, *change, is_json=format == "json")
    assert loads(after, format) == change.argument_map


@_slowly
@given(st.data(), pages())
def test_an_edit_of_a_hand_written_file_leaves_everything_else(
    data: st.DataObject, page: Page
) -> None:
    assert loads(page.text) == page.argument_map
    change, touched = data.draw(edits(page.argument_map))
    after = rewritten(page.text, page.argument_map, *change)
    assert loads(after) == change.argument_map, after
    at = 0
    for piece_id, piece in sorted(page.pieces.items(), key=lambda item: page.text.index(item[1])):
        if piece_id not in touched:
            assert piece in after, after
    for piece_id in page.argument_map.claims:
        if piece_id not in touched:  # and in the order they were in
            at = after.index(page.pieces[piece_id], at)
    assert after.count("# said of what follows") == page.comments
    if "\r\n" in page.text:
        assert after.count("\n") == after.count("\r\n")
    if not _removes(page.argument_map, change.argument_map):
        # Where the last lines go, the end of the line before them may be the last.
        assert after.endswith(("\n", "\r")) == page.text.endswith(("\n", "\r"))


def _removes(before: ArgumentMap, after: ArgumentMap) -> bool:
    """Return whether an edit takes something out: a claim, a relation, or a field of a claim."""
    sizes = [len(each.claims) + len(each.relations) for each in (before, after)]
    return sizes[1] < sizes[0] or any(
        value not in _NOTHING and getattr(after.claims[claim.id], name) in _NOTHING
        for claim in before.claims.values()
        if claim.id in after.claims
        for name, value in claim._asdict().items()
    )


_NOTHING = {None, ()}  # how a field that is left out is read
