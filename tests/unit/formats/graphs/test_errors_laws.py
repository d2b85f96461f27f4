"""Graph files that are not what they claim to be: each error at its place, and nothing hurts.

In the texts below ``«code»`` marks the place where a diagnostic is expected.
"""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.damage import damaged, errors_in, marked, survivor
from support.laws import examples

from argmap import (
    ArgumentMap,
    Claim,
    InvalidMapError,
    Relation,
    RelationKind,
    dumps,
    loads,
)
from argmap.documents.sample import Sample
from argmap.formats import Losses, load_bytes
from argmap.formats._registry import function

FORMATS = ("node-link", "cytoscape", "graphml", "gexf")
SUPPORTS = RelationKind.SUPPORTS

SMALL = ArgumentMap(
    [
        Claim("open", "It should open.", label="Open", kind="thesis", voice="us", weight=0.25),
        Claim("need", "It is needed.", tags=("a; b", "c")),
        Claim("dear", "It is dear.", assumed=False, note="Who says?", implicit=True),
    ],
    [
        Relation("dear/open", RelationKind.ATTACKS, ("dear",), "open", "from cost", "Weak."),
        Relation("both", SUPPORTS, ("need", "dear"), "open"),
        Relation("need/dear/open", RelationKind.UNDERCUTS, ("need",), "dear/open"),
        Relation("r", RelationKind.RESTATES, ("dear",), "need"),
    ],
    title="Opening",
)


def graph_of(nodes: str, edges: str = "") -> str:
    return f'{{"directed": true,\n "nodes": [{nodes}],\n "edges": [{edges}]}}'


AB = '{"id": "a"}, {"id": "b"}'
STEP = '{"id": "s", "node": "relation", "verb": "supports"}'
IN = '{"source": "a", "target": "s", "role": "premise"}'
IN_TOO = IN.replace('"a"', '"b"')
OUT = '{"source": "s", "target": "b"}'
OUT_TO_C = OUT.replace('"b"', '"c"')


BAD_NODES = [
    '{"id": "a"}, «duplicate-id»{"id": "a"}, «duplicate-id»{"id": "a", "node": "relation"}',
    '«wrong-type»3, «missing-key»{}, «missing-key»{"id": null}, {"id": «wrong-type»[1, 2]}',
    '{"id": "a", "node": «bad-node»"clam"}',
    '{"id": "a", "weight": «out-of-range»2, "text": «wrong-type»["x"], "tags": «wrong-type»[1]}',
    '{"id": "a", "weight": «wrong-type»"much", "implicit": «wrong-type»3}',
    '{"id": "a", "weight": «out-of-range»"nan", "assumed": «wrong-type»"perhaps"}',
    '{"id": "a", "at": «wrong-type»"p. 3\\u0007"}, {"id": "b", "at": «out-of-range»"5-4"}',
    '{"id": "a", "labelled": «wrong-type»"x", "label": "T", "text": "T"}',
]
BAD_EDGES = [
    '{"source": "a", "target": «dangling-id»"c", "verb": "attacks"}, «missing-key»{"source": "a"}',
    '{"source": «dangling-id»7, "target": «dangling-id»"c"}',
    '{"source": "a", "target": "b", "verb": «unknown-relation»"suports"}',
    '«missing-verb»{"source": "a", "target": "b"}',
    '{"source": "a", "target": "b", "type": «unknown-relation»"friend", "weight": 2}',
    '{"source": "a", "target": "b", "type": "pro", "label": «two-verbs»"con"}',
    '{"source": "a", "target": "b", "verb": "supports", "label": «two-verbs»"attacks"}',
    '{"source": "a", "target": "b", "relation": «unknown-relation»"supported by"}',
    '«undercuts-claim»{"source": "a", "target": "b", "verb": "undercuts"}',
    '«self-relation»{"source": "a", "target": "a", "verb": "restates"}',
    '{"source": "a", "target": "b", "verb": "attacks", "role": «bad-role»"premise"}',
    '{"source": "a", "target": "b", "verb": "attacks", "role": «bad-role»"conclusion"}',
    '{"source": "a", "target": "b", "verb": "attacks", "role": «bad-role»"part"}',
]
BAD_STEPS = [
    ("«missing-end»" + STEP, OUT),
    ("«missing-end»" + STEP, IN),
    ("«missing-end»" + STEP, f"{IN}, {OUT}, {OUT}"),
    (STEP, f'{IN}, {OUT}, «missing-verb»{{"source": "b", "target": "s"}}'),
    (STEP, f'{IN}, {OUT}, «target-is-relation»{{"source": "b", "target": "s", "verb": "attacks"}}'),
    (STEP, f'{IN}, {{"source": "s", "target": "b", "verb": «two-verbs»"attacks"}}'),
    (STEP, f'{IN}, {{"source": "s", "target": "b", "label": «two-verbs»"attacks"}}'),
    (STEP, f'{IN}, {{"source": "s", "target": «dangling-id»"z"}}'),
    (STEP, f'{IN}, {{"source": "s", "target": "b", "role": «bad-role»"whole"}}'),
    ('«missing-verb»{"id": "s", "node": "relation"}', f"{IN}, {OUT}"),
    ('{"id": "s", "verb": «unknown-relation»"proves"}', f"{IN}, {OUT}"),
    ('«linked-symmetric»{"id": "s", "verb": "restates"}', f"{IN}, {IN_TOO}, {OUT_TO_C}"),
]


@pytest.mark.parametrize("nodes", BAD_NODES)
def test_errors_in_nodes_are_reported_at_their_places(nodes: str) -> None:
    clean, expected = marked(graph_of(nodes))
    assert errors_in(clean, "node-link") == expected


@pytest.mark.parametrize("edges", BAD_EDGES)
def test_errors_in_edges_are_reported_at_their_places(edges: str) -> None:
    clean, expected = marked(graph_of(AB, edges))
    assert errors_in(clean, "node-link") == expected


@pytest.mark.parametrize(("step", "edges"), BAD_STEPS)
def test_errors_in_steps_are_reported_at_their_places(step: str, edges: str) -> None:
    clean, expected = marked(graph_of(f'{AB}, {{"id": "c"}}, {step}', edges))
    assert errors_in(clean, "node-link") == expected


def test_hints_say_what_to_do() -> None:
    nodes = '{"id": "bridge"}, {"id": "ferry"}, {"id": "ford", "verb": "supports"}'
    edges = (
        '{"source": "brigde", "target": "ferry", "verb": "atacks"},'
        '{"source": "ferry", "target": "bridge"}, {"source": "ferry", "target": "ford"}'
    )
    with pytest.raises(InvalidMapError) as raised:
        loads(graph_of(nodes, edges), "node-link")
    assert [d.hint for d in raised.value.diagnostics] == [
        "draw an edge to it from a claim, with the role premise",
        "an edge leads from it to its one target",
        "did you mean 'bridge'?",
        "did you mean 'attacks'?",
        "give it the attribute verb: supports, attacks, undercuts, contradicts, restates, answers",
        "give it the role premise, or the verb undercuts or supports",
    ]


BAD_JSON = [
    ("node-link", "«empty-file»"),
    ("node-link", "«wrong-type»[1]"),
    ("node-link", '«wrong-type»{"argmap": 1}'),
    ("node-link", '{"nodes": «wrong-type»{"a": 1}, "edges": «wrong-type»3}'),
    ("node-link", '{"nodes": [], "edges": [], "graph": «wrong-type»3}'),
    ("node-link", '{"nodes": [], "edges": [], «duplicate-key»"nodes": []}'),
    ("node-link", '{"nodes": []«syntax»,\n }'),
    ("cytoscape", '«wrong-type»{"nodes": [], "edges": []}'),
    ("cytoscape", '«wrong-type»{"elements": 3}'),
    ("cytoscape", '{"elements": {"nodes": [«missing-key»{"id": 1}], "edges": «wrong-type»{}}}'),
    ("cytoscape", '{"elements": [{"data": {"id": 1}}, «duplicate-id»{"data": {"id": 1}}]}'),
    ("cytoscape", '{"elements": [{"data": {"source": «dangling-id»1, "target": «dangling-id»2}}]}'),
    ("cytoscape", '{"elements": [{"data": {"id": 1, "weight": «out-of-range»2}}]}'),
    ("cytoscape", '{"elements": {}, "data": «wrong-type»3}'),
]


@pytest.mark.parametrize(("format", "text"), BAD_JSON)
def test_a_json_file_of_another_kind_is_reported_where(format: str, text: str) -> None:
    clean, expected = marked(text)
    assert errors_in(clean, format) == expected


ATTACK = '<edge source="a" target="a"%s><data key="verb">attacks</data></edge>'
BAD_GRAPHML = [
    "<node id='a'/>«duplicate-id»<node id='a'/>",
    "«missing-key»<node/>\n«missing-key»<edge source='a'/>",
    "<node id='a'/>\n<edge source='«dangling-id»c' target='a'/>",
    "<node id='a'/>«undirected»" + ATTACK % " directed='false'",
    "<node id='a'>\n«wrong-type»<data key='weight'>x</data></node>",
    "<node id='a'/></graph>«documents»<graph>",
    "\n<«syntax»<",
]
WEIGHT = '<attributes class="node"><attribute id="1" title="weight"/></attributes>'
WEIGHED = '<node id="a"><attvalues>«out-of-range»<attvalue for="1" value="7"/></attvalues></node>'
NODES = "<nodes><node id='a'/></nodes>"
LABELLED = f"{NODES}<edges><edge source='a' target='a' label='attacks'/></edges>"
UNDIRECTED = "<graph edgedefault='undirected'><node id='a'/>" + ATTACK % ""
BAD_XML = [
    ("graphml", "«wrong-type»<gexf/>"),
    ("graphml", "«missing-key»<graphml/>"),
    ("gexf", "«wrong-type»<graphml/>"),
    ("gexf", "«missing-key»<gexf/>"),
    ("graphml", f"<graphml>«undirected»{UNDIRECTED}</graph></graphml>"),
    ("gexf", f"<gexf>\n«undirected»<graph>{LABELLED}</graph></gexf>"),
    ("gexf", f"<gexf><graph>{WEIGHT}<nodes>{WEIGHED}</nodes></graph></gexf>"),
    *[("graphml", f"<graphml><graph>{inside}</graph></graphml>") for inside in BAD_GRAPHML],
]


@pytest.mark.parametrize(("format", "text"), BAD_XML)
def test_an_xml_file_of_another_kind_is_reported_where(format: str, text: str) -> None:
    clean, expected = marked(text)
    assert errors_in(clean, format) == expected


def test_a_step_without_a_direction_says_too_little_too() -> None:
    directed = graph_of(f"{AB}, {STEP}", f"{IN}, {OUT}")
    clean, expected = marked(directed.replace("true", "«undirected»false"))
    assert errors_in(clean, "node-link") == expected


# Which file is which.


@pytest.mark.parametrize("format", FORMATS)
def test_a_file_is_recognised_by_its_own_format_alone(format: str) -> None:
    sample = Sample(dumps(SMALL, format))
    assert [name for name in FORMATS if function("recognises", name)(sample)] == [format]


@pytest.mark.parametrize(
    "text",
    [
        '{"nodes": [], "edges": [], "locutions": []}',
        '{"argmap": 1, "elements": [], "nodes": [], "edges": [], "directed": true}',
        '{"elements": 3}',
        '{"nodes": [], "directed": true}',
        "[1]",
        "<graph/>",
        "nodes: []\nedges: []\ndirected: true\n",
    ],
)
def test_another_file_is_not(text: str) -> None:
    assert not any(function("recognises", name)(Sample(text)) for name in FORMATS)


@pytest.mark.parametrize(
    ("format", "name"),
    [
        ("node-link", "x.node-link.json"),
        ("node-link", "x.json"),
        ("cytoscape", "x.cyjs"),
        ("cytoscape", "x.json"),
        ("graphml", "x.graphml"),
        ("graphml", "x.xml"),
        ("gexf", "x.gexf"),
        ("gexf", "-"),
        ("node-link", "-"),
    ],
)
def test_the_format_is_detected_from_the_file(format: str, name: str) -> None:
    losses = Losses()
    m = load_bytes(dumps(SMALL, format).encode(), name, losses=losses)
    assert losses.format == format
    assert len(m.claims) == len(SMALL.claims)


# What is big or broken.


@pytest.mark.slow
@pytest.mark.parametrize("format", FORMATS)
def test_thousands_of_claims_are_read_and_their_errors_reported(format: str) -> None:
    number = 3_000
    claims = [Claim(f"c{i}", f"Claim {i}.") for i in range(number)]
    relations = [Relation(f"r{i}", SUPPORTS, (f"c{i}",), f"c{i // 2}") for i in range(1, number)]
    m = ArgumentMap(claims, relations)
    text = dumps(m, format)
    assert loads(text, format) == m
    wrong = text.replace('"supports"', '"suports"').replace(">supports<", ">suports<")
    with pytest.raises(InvalidMapError) as caught:
        loads(wrong, format)
    assert caught.value.count >= number - 1


def test_ten_thousand_wrong_names_are_reported() -> None:
    number = 10_000
    nodes = ",".join(f'{{"id": "c{i}"}}' for i in range(number))
    edges = ",".join(
        f'{{"source": "d{i}", "target": "c{i}", "verb": "attacks"}}' for i in range(number)
    )
    with pytest.raises(InvalidMapError) as caught:
        loads(graph_of(nodes, edges), "node-link")
    assert caught.value.count == number


GRAPHML_NOTES = '<graphml><key id="k" attr.name="note"><default>X</default></key><graph>'
NOTES = '<attributes class="node"><attribute id="1" title="note"><default>X</default></attribute>'
GEXF_NOTES = f"<gexf><graph>{NOTES}</attributes><nodes>"


@pytest.mark.parametrize(
    ("format", "start", "end"),
    [
        ("graphml", GRAPHML_NOTES, "</graph></graphml>"),
        ("gexf", GEXF_NOTES, "</nodes></graph></gexf>"),
    ],
)
def test_defaults_cannot_make_a_file_grow_beyond_measure(format: str, start: str, end: str) -> None:
    nodes = "".join(f'<node id="n{number}"/>' for number in range(3000))
    few = loads(start + nodes + end, format)
    assert {claim.note for claim in few.claims.values()} == {"X"}
    with pytest.raises(InvalidMapError, match="default values"):
        loads(start.replace("X", "x" * 100_000) + nodes + end, format)


def test_frames_within_frames_are_read_without_recursion() -> None:
    depth = 400
    text = "<node id='n'><graph>" * depth + "<node id='a'/>" + "</graph></node>" * depth
    losses = Losses()
    m = loads(f"<graphml><graph>{text}</graph></graphml>", "graphml", losses=losses)
    assert list(m.claims) == ["a"]
    assert losses.counts["nested graph"] == depth
    deep = json.dumps({"directed": True, "nodes": [{"id": 1, "tags": "[" * 100_000}], "edges": []})
    assert len(loads(deep, "node-link").claims["1"].tags) == 1


TEXTS = {format: dumps(SMALL, format) for format in FORMATS}
_PIECES = [" ", "\x00", "\u202e", "\ufeff", "\\ud800", "&amp;", "<", ">", '"', "'", "{", "}"]
_PIECES += ["[", "]", ",", ":", "null", "true", "0", "1e999", "NaN", "node", "claim", "relation"]
_PIECES += ["premise", "whole", "conclusion", "supports", "undercuts", "restates", "open", "both"]


@pytest.mark.parametrize("format", FORMATS)
@given(data=st.data())
@examples(100)
def test_a_damaged_file_is_a_map_or_an_error_of_ours(format: str, data: st.DataObject) -> None:
    words = re.split(r"(\w+)", TEXTS[format])
    place = st.integers(0, len(words) - 1)
    for at, other in data.draw(st.lists(st.tuples(place, place), max_size=3)):
        words[at] = words[other] if at % 2 == other % 2 else words[at]
    exchanged = "".join(words)
    for text in (exchanged, data.draw(damaged(exchanged, _PIECES))):
        m = survivor(text, format)
        assert m is None or set(m.locations) == {*m.claims, *m.relations}
