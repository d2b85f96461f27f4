"""The keys of AIF, however they are spelled, and those that it does not have."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from support.aif import graph, read

from argmap import InvalidMapError, loads
from argmap.formats import Losses, detect

DATA = graph(
    "a:I b:I ra:RA l:L y:YA",
    "a>ra ra>b l>y y>a",
    locutions=[{"nodeID": "l", "personID": 1}],
    participants=[{"participantID": 1, "firstname": "Ann", "surname": "Other"}],
)
SPELLINGS: dict[str, Callable[[str], str]] = {
    "lower": str.lower,
    "upper": str.upper,
    "title": str.title,
    "camel": lambda key: key.replace("ID", "Id"),
    "snake": lambda key: key.replace("ID", "_id"),
}


def respelled(value: Any, spell: Callable[[str], str]) -> Any:
    """Return data with all its keys spelled otherwise."""
    if isinstance(value, dict):
        return {spell(key): respelled(each, spell) for key, each in value.items()}
    return [respelled(each, spell) for each in value] if isinstance(value, list) else value


@pytest.mark.parametrize("wrapper", [None, "AIF", "aif", "Aif"])
@pytest.mark.parametrize("spelling", SPELLINGS)
def test_keys_may_be_spelled_otherwise(spelling: str, wrapper: str | None) -> None:
    inner = respelled(DATA, SPELLINGS[spelling])
    data = inner if wrapper is None else {wrapper: inner}
    assert detect(json.dumps(data), "debate.json") == "aif"
    assert read(data) == read(DATA)


def test_the_type_of_a_node_may_be_in_lower_case() -> None:
    data = json.loads(json.dumps(DATA).replace('"I"', '"i"').replace('"RA"', '"ra"'))
    assert detect(json.dumps(data), "debate.json") == "aif"
    assert read(data) == read(DATA)


@pytest.mark.parametrize("key", ["AIF", "aif"])
def test_the_graph_may_be_beside_what_is_said_of_it(key: str) -> None:
    m, lost = read({key: {"version": "1.0"}, **DATA})
    assert m == read(DATA)[0]
    assert lost["entry"] == 1


def test_an_error_is_at_the_key_as_it_is_spelled() -> None:
    with pytest.raises(InvalidMapError) as caught:
        loads('{"aif": {"Nodes": [\n  7], "edges": []}}', "aif", "f")
    assert str(caught.value.diagnostics[0].location) == "f:2:3"


def test_a_second_spelling_of_a_key_is_counted() -> None:
    data = graph("a:I", "")
    data["nodes"][0]["Text"] = "Something else"
    m, lost = read(data)
    assert (m.claims["a"].text, lost) == ("Text of a", {"claim entry": 1})


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (("nodes", 0), "claim entry"),
        (("nodes", 2), "relation entry"),
        (("nodes", 3), "node entry"),
        (("nodes", 4), "node entry"),
        (("edges", 0), "edge entry"),
        (("locutions", 0), "locution entry"),
        (("participants", 0), "participant entry"),
    ],
)
def test_a_key_that_aif_does_not_have_is_named(change: tuple[str, int], what: str) -> None:
    data = json.loads(json.dumps(DATA))
    data[change[0]][change[1]]["mood"] = "angry"
    assert read(data)[1][what] == 1


MINOR: list[tuple[str, str, object, str]] = [
    *(("nodes", key, 3, "place in a drawing") for key in ("x", "y", "w", "h", "color", "visible")),
    *(("edges", key, True, "place in a drawing") for key in ("visible", "color")),
    *(("nodes", key, "2020", "timestamp") for key in ("timestamp", "date")),
    *((place, "timestamp", "2020", "timestamp") for place in ("edges", "locutions")),
    ("edges", "edgeID", "160906", "number of an edge"),
    ("edges", "formEdgeID", "7", "form of an edge"),
]


@pytest.mark.parametrize(("place", "key", "value", "what"), MINOR)
def test_what_says_nothing_of_what_is_argued_comes_last(
    place: str, key: str, value: object, what: str
) -> None:
    data = json.loads(json.dumps(DATA))
    data[place][0][key] = value
    data["zzz"] = "an entry"
    losses = Losses()
    loads(json.dumps(data), "aif", losses=losses)
    assert losses.items()[-1] == (1, what)
