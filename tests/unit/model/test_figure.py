"""What is drawn of a relation: one edge, or a junction with an edge for each of its ends."""

from __future__ import annotations

from support.pictured import everything

from argmap.model.figure import figure


def test_relations_are_edges_unless_they_join_or_are_borne_on() -> None:
    parts = figure(everything())
    assert [relation.id for relation in parts.junctions] == ["both", "cut"]
    assert [(e.source, e.target, e.relation.id, str(e.role)) for e in parts.edges] == [
        ("left", "both", "both", "premise"),
        ("right", "both", "both", "premise"),
        ("both", "top", "both", "conclusion"),
        ("low", "left", "low/left", "whole"),
        ("odd", "cut", "cut", "premise"),
        ("cut", "both", "cut", "conclusion"),
        ("low", "both", "backing", "whole"),
        ("left", "cut", "left/cut", "whole"),
        ("other", "top", "other/top", "whole"),
        ("other", "again", "other/again", "whole"),
        ("top", "low", "top/low", "whole"),
        ("top", "asked", "top/asked", "whole"),
    ]
