"""Maps that other people made: what is known of each holds after reading.

They are not part of the project. Set ``ARGMAP_CASES`` to a folder of them; the
tests are skipped where there is none.
"""

from __future__ import annotations

import json
import os
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from support import ROOT, argmap

from argmap import ArgumentMap, RelationKind, dumps, evaluate, load, loads
from argmap.analysis.chains import ChainSearch
from argmap.formats._builder import slug
from argmap.formats.argdown.document import Argument
from argmap.formats.argdown.parser import read_argdown
from argmap.model import FileText

CASES = Path(os.environ.get("ARGMAP_CASES", ROOT.parent / "shared" / "cases"))
pytestmark = pytest.mark.skipif(not CASES.is_dir(), reason="there is no folder of cases")


def cases(folder: str, *endings: str) -> list[Any]:
    """Return the files of a folder as parameters, named by their names."""
    found = [path for path in sorted((CASES / folder).glob("*")) if path.suffix in endings]
    return [pytest.param(path, id=path.name) for path in found]


EVERY = [
    *cases("arggraph", ".xml"),
    *cases("aif", ".json"),
    *cases("argdown", ".argdown"),
    *cases("carneades", ".yml"),
    *cases("af", ".tgf", ".apx", ".af"),
]


@cache
def read(path: Path) -> ArgumentMap:
    """Return the map in a file."""
    return load(path)


@pytest.mark.parametrize("path", EVERY)
def test_it_is_the_same_map_as_yaml_and_json(path: Path) -> None:
    argument_map = read(path)
    for name in ("yaml", "json"):
        assert loads(dumps(argument_map, name), name) == argument_map


@pytest.mark.slow
@pytest.mark.parametrize("path", EVERY)
def test_every_command_takes_it(path: Path) -> None:
    file = str(path)
    listed = argmap("list", "--json", "-m", file)
    assert listed.status == 0
    ids = [claim["id"] for claim in json.loads(listed.out)]
    assert ids == list(read(path).claims)
    assert argmap("tree", "-m", file).status == 0
    for claim_id in ids[:1]:
        assert argmap("trace", claim_id, "-m", file).status in {0, 1}


# The microtexts


@pytest.mark.parametrize("path", cases("arggraph", ".xml"))
def test_the_side_of_a_claim_is_the_parity_of_the_attacks_to_the_root(path: Path) -> None:
    argument_map = read(path)
    (root,) = argument_map.roots()
    search = ChainSearch(argument_map, root.id)
    for claim in argument_map.claims.values():
        if claim is root:
            continue
        chain = next(search.chains_from(claim.id))
        assert (chain.sign < 0) == (claim.voice != root.voice), claim.id


@pytest.mark.parametrize("path", cases("aif", ".json"))
def test_the_aif_twin_of_a_microtext_has_the_same_texts_and_relations(path: Path) -> None:
    argument_map = read(path)
    texts = sorted(claim.text for claim in argument_map.claims.values())
    twins = [read(other.values[0]) for other in cases("arggraph", ".xml")]
    same = [t for t in twins if sorted(claim.text for claim in t.claims.values()) == texts]
    if not same:
        pytest.skip("its twin is not in the folder")
    twin = same[0]

    def shape(of: ArgumentMap) -> list[tuple[object, ...]]:
        def name(node: str) -> object:
            if node in of.claims:
                return of.claims[node].text
            relation = of.relations[node]
            return relation.kind, tuple(sorted(str(name(p)) for p in relation.premises))

        return sorted(
            (str(r.kind), sorted(str(name(p)) for p in r.premises), str(name(r.target)))
            for r in of.relations.values()
        )

    assert shape(argument_map) == shape(twin)


# Argdown, beside what its own tool says


@pytest.mark.parametrize("path", cases("argdown", ".argdown"))
def test_argdown_has_the_titles_that_its_own_tool_finds(path: Path) -> None:
    expected = json.loads((path.parent / "expected" / f"{path.stem}.json").read_text())
    document = read_argdown(FileText(path.read_text(encoding="utf-8"), path.name))
    for key, is_argument in (("statements", False), ("arguments", True)):
        found = [n for n in document.nodes if isinstance(n, Argument) is is_argument]
        titles = sorted(node.title for node in found if node.title)
        assert titles == sorted(t for t in expected[key] if not t.startswith("Untitled "))
        assert len(found) == len(expected[key])


VERBS = {
    "support": RelationKind.SUPPORTS,
    "entails": RelationKind.SUPPORTS,
    "attack": RelationKind.ATTACKS,
    "undercut": RelationKind.UNDERCUTS,
    "contrary": RelationKind.CONTRADICTS,
    "contradictory": RelationKind.CONTRADICTS,
}


def expected_relations(expected: dict[str, Any]) -> set[tuple[object, ...]]:
    """Return the relations of the official tool, an argument's own conclusion left out.

    What bears on an argument with a structure bears on its last step.
    """
    found: set[tuple[object, ...]] = set()
    for relation in expected["relations"]:
        kind, to = VERBS[relation["relationType"]], relation.get("to") or relation["toArgument"]
        source = name_of(expected, relation["fromType"], relation["from"])
        is_step = relation["toType"] == "inference"
        if relation["toType"] == "argument":
            is_step = bool(expected["arguments"][to]["pcs"])
        kind = RelationKind.UNDERCUTS if is_step and kind is RelationKind.ATTACKS else kind
        target = ("step", to) if is_step else name_of(expected, relation["toType"], to)
        if source == target:
            continue
        ends = (source, target)
        found.add((str(kind), frozenset(ends) if kind.is_symmetric else ends))
    return found


def name_of(expected: dict[str, Any], kind: str, title: str) -> str:
    """Return the title of a statement or argument, or its text where it has none."""
    if not title.startswith("Untitled "):
        return title
    of_kind = expected["arguments" if kind == "argument" else "statements"]
    texts = [member["text"] for member in of_kind[title]["members"] if member.get("text")]
    return plain_text(texts[0])


def plain_text(text: str) -> str:
    """Return a text without its tags, links, emphasis and white space."""
    return re.sub(r"#\([^)]*\)|#[\w-]+|\]\([^)]*\)|[\[\s*_]", "", text)


def found_relations(argument_map: ArgumentMap, titles: set[str]) -> set[tuple[object, ...]]:
    """Return the relations of a map in the same form, less those that are steps."""
    by_id = {slug(title): title for title in titles}

    def name(node: str) -> object:
        if node not in argument_map.claims:
            relation = argument_map.relations[node]
            bare = argument_map.claims[relation.premises[0]]
            is_bare = bare.kind == "argument" and not relation.is_linked
            return name(bare.id) if is_bare else ("step", by_id[node])
        claim = argument_map.claims[node]
        return claim.label or by_id.get(node) or plain_text(claim.text)

    found: set[tuple[object, ...]] = set()
    for relation in argument_map.relations.values():
        is_step = relation.is_linked or relation.id in by_id or relation.note
        if not is_step:
            ends = (name(relation.premises[0]), name(relation.target))
            kind = relation.kind
            found.add((str(kind), frozenset(ends) if kind.is_symmetric else ends))
    return found


@pytest.mark.parametrize("path", cases("argdown", ".argdown"))
def test_argdown_has_the_relations_that_its_own_tool_finds(path: Path) -> None:
    expected = json.loads((path.parent / "expected" / f"{path.stem}.json").read_text())
    titles = {*expected["statements"], *expected["arguments"]}
    assert found_relations(read(path), titles) == expected_relations(expected)


# Carneades


@pytest.mark.parametrize("path", cases("carneades", ".yml"))
def test_carneades_has_its_statements_and_arguments(path: Path) -> None:
    import yaml

    said = yaml.safe_load(path.read_text(encoding="utf-8"))
    argument_map = read(path)
    assert set(said.get("statements") or ()) <= set(argument_map.claims)
    supports = [r for r in argument_map.relations.values() if r.kind is RelationKind.SUPPORTS]
    assert len(supports) == len(said.get("arguments") or ())


@pytest.mark.parametrize("path", cases("carneades", ".yml"))
def test_carneades_expects_what_its_tests_say(path: Path) -> None:
    import yaml

    said = yaml.safe_load(path.read_text(encoding="utf-8")).get("tests") or {}
    argument_map = read(path)
    expected = {(status, slug(str(name))) for status, names in said.items() for name in names or ()}
    found = {(str(each.status), slug(each.claim)) for each in argument_map.expectations}
    assert found == expected
    lines = path.read_text(encoding="utf-8").split("\n")
    for each, place in argument_map.expectation_locations.items():
        at = lines[place.line - 1][place.column - 1 :]
        assert at.lstrip("'\"").startswith(each.claim[:4]), place


@pytest.mark.parametrize("path", cases("carneades", ".yml"))
def test_carneades_files_are_labelled_as_their_authors_expect(path: Path) -> None:
    for each in read(path).expectations:
        assert each.semantics == "carneades"
        assert evaluate(read(path), "carneades").statuses[each.claim] is each.status, each.claim


# Frameworks


@pytest.mark.parametrize("path", cases("af", ".tgf", ".apx", ".af"))
def test_the_grounded_extension_is_the_one_that_two_solvers_find(path: Path) -> None:
    expected = json.loads((path.parent / "expected.json").read_text())
    if path.name not in expected:
        pytest.skip("its extensions are not known")
    argument_map = read(path)
    accepted: set[str] = set()
    defeated: set[str] = set()
    attackers = {c: {r.premises[0] for r in argument_map.incoming(c)} for c in argument_map.claims}
    while new := {c for c, a in attackers.items() if a <= defeated} - accepted:
        accepted |= new
        defeated |= {c for c, a in attackers.items() if a & accepted}
    assert sorted(accepted) == sorted(expected[path.name]["GR"][0])
