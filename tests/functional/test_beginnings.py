"""Beginnings of ids are taken for the ids by commands that read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support import argmap
from support.typed import EDITING, TEXT, WORDS

from argmap.cli._inputs import claim_id, node_ids
from argmap.errors import ArgmapError
from argmap.formats import loads

# Beginnings of ids.


def test_a_beginning_of_an_id_is_the_id() -> None:
    """Where it is that of one alone; a whole id goes before longer ones, a claim before a step."""
    ids = ["open", "opening", "open-sundays", "cost", "costly-staff"]
    relations = [{"from": "cost", "supports": "open"}, {"from": "opening", "attacks": "cost"}]
    data = {"argmap": 1, "claims": dict.fromkeys(ids, "Text."), "relations": relations}
    argument_map = loads(json.dumps(data), "json")
    for name in (*ids, *argument_map.relations):
        for length in range(1, len(name) + 1):
            typed = name[:length]
            claims = [each for each in ids if each == typed] or [
                each for each in ids if each.startswith(typed)
            ]
            steps = [each for each in argument_map.relations if each.startswith(typed)]
            if len(claims) == 1:
                assert claim_id(argument_map, typed) == claims[0]
                assert node_ids(argument_map, [typed]) == claims
            elif claims:
                with pytest.raises(ArgmapError, match="several ids begin with"):
                    claim_id(argument_map, typed)
            else:
                assert node_ids(argument_map, [typed]) == steps
    for typed in ("", "x", "Open"):
        with pytest.raises(ArgmapError, match="there is no claim"):
            claim_id(argument_map, typed)


@pytest.mark.parametrize("name", sorted({*WORDS} - {"list", "overview", "read", "stats", "check"}))
def test_commands_that_read_take_a_beginning_and_edits_do_not(name: str, here: Path) -> None:
    """The answer is that for the whole id."""
    words = WORDS[name].split()
    short = [word.replace("open", "ope").replace("survey", "surv") for word in words]
    if name == "add":
        short = ["new", "Text.", "--attacks", "ope"]
    result = argmap(name, "map.yaml", *short)
    if name in EDITING:
        assert result.status == 2
        assert (here / "map.yaml").read_text() == TEXT
    else:
        assert result == argmap(name, "map.yaml", *words)
        assert result.status == 0


@pytest.mark.parametrize(
    "words",
    [
        "evaluate --assume ope --reject surv",
        "evaluate --assume survey/",
        "tree --assume ope",
        "why open --reject surv",
        "cruxes open --assume surv",
        "trace --to ope",
        "export -f tgf --around surv --depth 0",
    ],
)
@pytest.mark.usefixtures("here")
def test_so_do_their_options(words: str) -> None:
    """Wherever an id is to be given."""
    whole = " ".join(
        {"ope": "open", "surv": "survey", "survey/": "survey/open"}.get(word, word)
        for word in words.split()
    )
    assert whole != words
    found = argmap(*words.split(), "-m", "map.yaml")
    assert found == argmap(*whole.split(), "-m", "map.yaml")
    assert found.status in {0, 1}
