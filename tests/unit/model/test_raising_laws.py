"""Critical questions that relations raise, through all that happens to a map."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from support.laws import examples
from support.raising import NAMES, questioned_maps

from argmap import ArgumentMap, dumps, loads
from argmap.analysis.comparing.difference import compare
from argmap.analysis.merging.merge import merge
from argmap.editing.changes import with_name, without
from argmap.model.raising import raised_step

_maps = questioned_maps(names=(*NAMES, "why"))


def steps_of(m: ArgumentMap) -> dict[str, str | None]:
    """Return the step of which each relation raises a question."""
    return {
        relation.id: raised_step(relation, m.outgoing)
        for relation in m.relations.values()
        if relation.raises is not None
    }


@given(_maps)
@examples(40)
def test_they_are_written_and_read_back(m: ArgumentMap) -> None:
    assert all(steps_of(m).values())
    for format in ("yaml", "json"):
        again = loads(dumps(m, format), format)
        assert again == m
        assert again.schemes == m.schemes


@given(_maps)
@examples(20)
def test_a_map_is_no_different_from_itself(m: ArgumentMap) -> None:
    assert compare(m, m).is_empty
    merged = merge(m, m, m)
    assert merged.map == m
    assert not merged.collisions


@given(_maps, st.data())
@examples(40)
def test_a_part_raises_the_questions_of_its_own_steps(m: ArgumentMap, data: st.DataObject) -> None:
    wanted = data.draw(st.sets(st.sampled_from([*m.claims])))
    part = m.restricted_to(wanted)
    before = steps_of(m)
    expected = {name: before[name] for name in part.relations if name in before}
    assert steps_of(part) == {n: s for n, s in expected.items() if s in part.relations}


@given(_maps, st.data())
@examples(40)
def test_questions_follow_names_and_go_with_their_steps(
    m: ArgumentMap, data: st.DataObject
) -> None:
    name = data.draw(st.sampled_from([*m.claims, *m.relations]))
    before = steps_of(m)
    renamed = with_name(m, name, "renamed")
    new = renamed.renamed
    assert steps_of(renamed.argument_map) == {
        new.get(relation, relation): new.get(step or "", step) for relation, step in before.items()
    }
    left = without(m, [name]).argument_map
    assert steps_of(left) == {
        relation: step
        for relation, step in before.items()
        if relation in left.relations and step in left.relations
    }
    assert left.schemes == m.schemes
