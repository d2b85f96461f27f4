"""Laws of writing and reading back: nothing changes, whoever reads."""

from __future__ import annotations

import io
import json
from typing import Any

import networkx as nx
import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from support.frameworks import FORMATS as FRAMEWORKS
from support.laws import examples
from support.strategies import argument_maps, ids, texts

from argmap import (
    ArgmapError,
    ArgumentMap,
    Claim,
    Relation,
    RelationKind,
    dumps,
    loads,
)
from argmap.documents.yaml_scalars import quoted
from argmap.formats import Losses, load, writable
from argmap.model.plain import json_text

laws = examples(50)


@pytest.mark.parametrize("format", ["yaml", "json"])
@given(m=argument_maps())
@laws
def test_what_is_written_is_read_back(format: str, m: ArgumentMap) -> None:
    text = dumps(m, format)
    back = loads(text, format)
    assert back == m
    assert dumps(back, format) == text


@given(argument_maps())
@laws
def test_yaml_is_the_same_to_a_reader_of_yaml_1_1(m: ArgumentMap) -> None:
    assert strings(yaml.safe_load(dumps(m))) == strings(written_as_data(m))


def strings(value: object) -> object:
    """Return a structure with everything that is not text left out."""
    if isinstance(value, dict):
        return {key: strings(part) for key, part in value.items()}
    if isinstance(value, list):
        return [strings(part) for part in value]
    return value if isinstance(value, str) else type(value).__name__.replace("int", "number")


def shortened(value: Any) -> Any:
    """Return what is expected, or a weight, as a reader of YAML 1.1 has it."""
    if isinstance(value, dict):
        return {key: shortened(part) for key, part in value.items()}
    if isinstance(value, list):
        parts = [shortened(part) for part in value]
        return parts[0] if len(parts) == 1 else parts
    if isinstance(value, str):
        return value
    # YAML 1.1 wants a point in 1e-05
    return value if "." in json.dumps(value) else str(value)


def written_as_data(m: ArgumentMap) -> dict[str, Any]:
    """Return the JSON form with what YAML leaves out or shortens done likewise."""
    data: dict[str, Any] = json.loads(dumps(m, "json"))
    for fields in data["claims"].values():
        for key in ("at", "tags", "quote", "citations"):
            if len(fields.get(key, ())) == 1:
                fields[key] = fields[key][0]
        if "weight" in fields:
            fields["weight"] = shortened(fields["weight"])
    for semantics, groups in data.get("expect", {}).items():
        data["expect"][semantics] = shortened(groups)
    for fields, relation in zip(data["relations"], m.relations.values(), strict=True):
        if len(fields["from"]) == 1:
            fields["from"] = fields["from"][0]
        if relation.id == "+".join(relation.premises) + "/" + relation.target:
            del fields["id"]
    return data


@given(argument_maps(), st.sampled_from(writable()))
@laws
def test_the_same_map_gives_the_same_text(m: ArgumentMap, format: str) -> None:
    again = ArgumentMap(
        m.claims.values(),
        m.relations.values(),
        title=m.title,
        source=m.source,
        voices=m.voices,
        expectations=m.expectations,
        ignored=m.ignored,
    )
    try:
        text = dumps(m, format)
    except ArgmapError:  # some take a map of attacks alone
        assert format in FRAMEWORKS
        return
    assert dumps(again, format) == text
    text.encode()


def test_a_carriage_return_is_counted_where_xml_cannot_hold_it() -> None:
    losses = Losses()
    text = dumps(ArgumentMap([Claim("c", "a\rb\x07")]), "graphml", losses)
    assert nx.read_graphml(io.BytesIO(text.encode())).nodes["c"]["text"] == r"a\u000db\u0007"
    assert sum(losses.counts.values()) >= 2


@pytest.mark.parametrize("format", ["graphml", "gexf"])
@pytest.mark.parametrize("other", ["a\uffff", "a\ufffd", r"a\ufffe"])
def test_ids_that_differ_in_what_xml_lacks_stay_apart(format: str, other: str) -> None:
    m = ArgumentMap([Claim("a\ufffe", "One."), Claim(other, "Two.")])
    assert loads(dumps(m)) == m  # the format takes such ids
    read = nx.read_graphml if format == "graphml" else nx.read_gexf
    back = read(io.BytesIO(dumps(m, format).encode()))
    assert {data["text"] for _, data in back.nodes(data=True)} == {"One.", "Two."}


@pytest.mark.parametrize("format", ["yaml", "json"])
@pytest.mark.parametrize("name", ["x" * 2000, "é" * 1025, "\U0001f600" * 1100])
def test_an_id_of_any_length_is_read_back(format: str, name: str) -> None:
    m = ArgumentMap(
        [Claim(name, "One."), Claim("b", "Two.")],
        [Relation("r", RelationKind.SUPPORTS, (name,), "b")],
        voices={name: "Somebody"},
    )
    assert loads(dumps(m, format), format) == m


def test_the_bundled_map_survives_both_formats() -> None:
    m = load()
    assert m.claims
    assert loads(dumps(m)) == m
    assert loads(dumps(m, "json"), "json") == m


@given(ids, texts)
@example("\U000e0100", "Escaped.")
@laws
def test_yaml_and_json_put_a_claim_where_they_say(name: str, text: str) -> None:
    m = ArgumentMap([Claim("first", "One."), Claim(name, text)]) if name != "first" else None
    if m is None:
        return
    for format in ("yaml", "json"):
        written = dumps(m, format)
        place = loads(written, format).locations[name]
        line = written.split("\n")[place.line - 1]  # what is written has no other line ends
        at = line[place.column - 1 :]
        assert at.startswith((name, quoted(name), json_text(name)))


@pytest.mark.parametrize("sign", [*"?!&*%@`|>-=~'\"\\"])
def test_a_sign_in_a_word_is_read_by_the_pure_python_parser_in_a_flow_too(sign: str) -> None:
    name, scheme = f"a{sign}", f"so{sign} or not{sign}x"
    claims = [Claim(name, "A.", tags=(scheme, name)), Claim("b", "B.")]
    m = ArgumentMap(claims, [Relation("r", RelationKind.SUPPORTS, (name,), "b", scheme)])
    read = yaml.load(dumps(m), yaml.SafeLoader)
    assert read["relations"] == [{"from": name, "supports": "b", "id": "r", "scheme": scheme}]
    assert read["claims"][name]["tags"] == [scheme, name]
    assert loads(dumps(m)) == m
