"""What the commands answer, in pipes, and how they end."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support import ROOT, argmap

from argmap import ArgumentMap, load

MAPS = ROOT / "tests" / "functional" / "maps"
LIBRARY = str(MAPS / "library.yaml")


@pytest.fixture(scope="module")
def essay() -> ArgumentMap:
    """Return the bundled map."""
    return load()


def test_list_json_has_every_field() -> None:
    claims = {
        claim["id"]: claim for claim in json.loads(argmap("list", "--json", "-m", LIBRARY).out)
    }
    assert claims["workers"] == {
        "id": "workers",
        "text": "Those who work in the week can come at weekends alone.",
        "kind": "premise",
        "voice": "writer",
        "at": [2],
        "weight": 0.7,
        "relations_in": 1,
        "relations_out": 1,
    }
    assert claims["costly"]["at"] == ["4-5"]
    assert claims["costly"]["tags"] == ["staff"]
    assert claims["access"]["implicit"] is True
    assert claims["open"]["relations_in"] == 2


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--kind", "thesis"], ["open"]),
        (["--voice", "council"], ["costly"]),
        (["--tag", "staff"], ["costly"]),
        (["--search", "SHIFT"], ["costly", "volunteers"]),
        (["--search", "no number"], ["volunteers"]),
        (["--roots"], ["open"]),
        (["--grounds"], ["survey", "access", "costly", "volunteers"]),
        (["--grounds", "--voice", "writer", "--voice", "council"], ["access", "costly"]),
        (["--sort", "id"], ["access", "costly", "open", "survey", "volunteers", "workers"]),
        (["--sort", "in"], ["open", "workers", "survey", "access", "costly", "volunteers"]),
        (["--sort", "at"], ["open", "workers", "costly", "survey", "access", "volunteers"]),
    ],
)
def test_list_chooses_and_orders(options: list[str], expected: list[str]) -> None:
    result = argmap("list", "-m", LIBRARY, *options)
    assert [line.split("\t")[0] for line in result.out.splitlines()] == expected
    assert result.status == 0


def test_nothing_fits() -> None:
    result = argmap("list", "--search", "zebra", "--json")
    assert (result.status, result.out, result.err) == (1, "[]\n", "no claim matches\n")


@pytest.mark.parametrize(
    ("words", "near"),
    [
        ("list --kind tesis", "thesis"),
        ("list --voice autor", "author"),
        ("list --tag premise1", "premise-1"),
        ("export -f graphm", "graphml"),
        ("tree -e suports", "supports"),
        ("shwo x", "show"),
        ("trace fone-call", "phone-call"),
        ("show -m data/cognitive-comunity.yaml x", "data/cognitive-community.yaml"),
    ],
)
def test_an_unknown_name_is_answered_with_the_nearest(words: str, near: str) -> None:
    result = argmap(*words.split(), cwd=ROOT)
    assert result.status == 2
    assert f"did you mean '{near}'" in result.err
    assert result.out == ""


def test_the_tree_covers_every_claim(essay: ArgumentMap) -> None:
    words = argmap("tree").out.split()
    assert set(essay.claims) <= set(words)


def test_tree_json_is_the_same_tree() -> None:
    trees = json.loads(argmap("tree", "-m", LIBRARY, "--json").out)
    (root,) = trees
    assert root["claim"] == "open"
    linked, attack = root["children"]
    assert linked["claim"] is None
    assert linked["relation"]["id"] == "need"
    assert [child["claim"] for child in linked["children"]] == ["workers", "access"]
    (undercut,) = attack["children"]
    assert undercut["on_step"] is True
    assert undercut["relation"]["undercuts"] == "costly/open"


@pytest.mark.parametrize("premise", ["premise-1", "premise-2", "premise-3"])
def test_every_ground_of_a_premise_has_a_chain_to_the_thesis(
    premise: str, essay: ArgumentMap
) -> None:
    grounds = [claim.id for claim in essay.grounds() if premise in claim.tags]
    assert len(grounds) >= 3
    for ground in grounds:
        result = argmap("trace", ground, "cognitive-community")
        assert result.status == 0
        assert result.out.splitlines()[-1].startswith("→ The whole chain ")


def test_supports_alone_leave_attacks_out() -> None:
    assert argmap("trace", "never-tested", "open-trend").status == 0
    result = argmap("trace", "never-tested", "open-trend", "-e", "supports")
    assert (result.status, result.out) == (1, "")
    assert result.err == "no chain leads from never-tested to open-trend along supports\n"


def test_trace_takes_several_ends() -> None:
    result = argmap(
        *("trace", "phone-call", "new-tools", "--to", "no-split", "--to", "no-alliance", "--json")
    )
    ends = [(chain["from"], chain["to"]) for chain in json.loads(result.out)["chains"]]
    assert ends == [
        ("phone-call", "no-split"),
        ("phone-call", "no-alliance"),
        ("new-tools", "no-split"),
        ("new-tools", "no-alliance"),
    ]


@pytest.mark.slow
def test_a_dense_map_does_not_blow_up(tmp_path: Path) -> None:
    names = [f"c{number}" for number in range(40)]
    links = [{"from": a, "supports": b} for a in names for b in names if a != b]
    data = {"argmap": 1, "claims": dict.fromkeys(names, "Text."), "relations": links}
    path = tmp_path / "dense.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    result = argmap("trace", "c0", "c1", "--all", "--limit", "5", "-m", str(path))
    assert result.out.count("The whole chain") == 5
    assert result.err == "at least 1,000 more chains: raise --limit to see more\n"


@pytest.mark.slow
def test_a_chain_of_100_000_claims(tmp_path: Path) -> None:
    path = tmp_path / "deep.yaml"
    lines = ["argmap: 1", "claims:", *(f"  c{n}: Claim {n}." for n in range(100_000))]
    lines += ["relations:", *(f"  - {{from: c{n}, supports: c{n + 1}}}" for n in range(99_999))]
    path.write_text("\n".join(lines), encoding="utf-8")
    traced = argmap("trace", "c0", "c99999", "-m", str(path))
    assert traced.out.endswith("supports c99999  (99,999 steps)\n")
    tree = argmap("tree", "-m", str(path))
    shown = {word for word in tree.out.split() if word.startswith("c") and word[1:].isdigit()}
    assert len(shown) == 100_000


@pytest.mark.parametrize(
    "format",
    "yaml json dot graphml gexf mermaid csv markdown node-link cytoscape".split(),  # noqa: SIM905
)
def test_export_gives_the_same_bytes_to_file_and_pipe(format: str, tmp_path: Path) -> None:
    path = tmp_path / "out"
    first = argmap("export", "-f", format, "-m", LIBRARY)
    assert argmap("export", "-f", format, "-m", LIBRARY, "-o", str(path)).status == 0
    assert path.read_bytes().decode() == first.out
    assert first.status == 0


def test_export_is_a_converter(tmp_path: Path) -> None:
    there, back = tmp_path / "map.json", tmp_path / "map.yaml"
    argmap("export", "-m", LIBRARY, "-o", str(there))
    argmap("export", "-m", str(there), "-o", str(back))
    assert load(back) == load(LIBRARY)


def test_export_a_part() -> None:
    result = argmap("export", "costly", "--depth", "0", "-m", LIBRARY, "-f", "json")
    assert list(json.loads(result.out)["claims"]) == ["costly"]
    result = argmap("export", "survey", "-m", LIBRARY, "-f", "json")  # what it bears on, too
    assert list(json.loads(result.out)["claims"]) == ["workers", "survey"]
    result = argmap("export", "open", "--depth", "1", "-m", LIBRARY, "-f", "json")
    assert list(json.loads(result.out)["claims"]) == [
        *("open", "workers", "access", "costly", "volunteers")
    ]


def test_losses_are_named_and_strict_refuses(tmp_path: Path) -> None:
    path = tmp_path / "map.mmd"
    result = argmap("export", "-m", LIBRARY, "-o", str(path))
    assert "1 weight" in result.err
    assert "1 note" in result.err
    path.unlink()
    strict = argmap("export", "-m", LIBRARY, "-o", str(path), "--strict")
    assert strict.status == 2
    assert not path.exists()


def test_maps_from_standard_input_and_the_environment() -> None:
    text = Path(LIBRARY).read_text(encoding="utf-8")
    expected = argmap("tree", "-m", LIBRARY).out
    assert argmap("tree", "-m", "-", stdin=text).out == expected
    as_json = argmap("export", "-f", "json", "-m", LIBRARY).out
    assert argmap("tree", "-m", "-", stdin=as_json).out == expected
    assert argmap("tree", ARGMAP_MAP=LIBRARY).out == expected


@pytest.mark.parametrize("command", ["list", "tree", "export"])
def test_an_empty_map_is_a_map(command: str) -> None:
    result = argmap(command, "-m", str(MAPS / "empty.yaml"))
    assert result.status == 0
    assert "Traceback" not in result.err


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "<stdin>:1:1: error: the file is empty"),
        (b"\x00\x01\xff", "<stdin>:1:3: error: byte 0xff is not UTF-8"),
        (b"claims: [", "<stdin>:1:10: error: not valid YAML"),
        (b'{"argmap": 1,', "<stdin>:1:"),
        (b"- 1\n", "<stdin>:1:1: error: a map is a mapping of keys, not a list"),
        (b"argmap: 2\n", "<stdin>:1:9: error: this argmap reads format version 1, not 2"),
    ],
)
def test_unusable_input_is_told_its_place(data: bytes, message: str) -> None:
    result = argmap("list", "-m", "-", stdin=data)
    assert result.status == 2
    assert result.err.startswith(message)
    assert "Traceback" not in result.err


def test_no_command_at_all_is_answered_with_the_help() -> None:
    result = argmap()
    assert (result.status, result.out, result.err) == (2, argmap("--help").out, "")


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    result = argmap("list", "-m", str(tmp_path))
    assert result.status == 2
    assert result.err == f"argmap: error: cannot read '{tmp_path}': is a directory\n"


def test_every_wrong_item_of_a_list_is_told() -> None:
    text = "argmap: 1\nclaims:\n  a: {text: A., at: [later, 3, sooner]}\n"
    errors = argmap("list", "-m", "-", stdin=text).err
    assert [line.split(" ")[0] for line in errors.splitlines() if ": error: " in line] == [
        *("<stdin>:3:22:", "<stdin>:3:32:")
    ]


def test_tracing_from_many_grounds_ends_soon() -> None:
    names = [f"c{number}" for number in range(4000)]
    links = [{"from": a, "supports": names[i // 3]} for i, a in enumerate(names[1:])]
    data = {"argmap": 1, "claims": dict.fromkeys(names, "Text."), "relations": links}
    result = argmap("trace", "--to", "c0", "--limit", "3", "-m", "-", stdin=json.dumps(data))
    assert result.out.count("The whole chain supports c0") == 3
    assert result.err == "at least 250 more chains: --all shows them\n"


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        ("my.yaml", "to read that file, write argmap tree my.yaml"),
        ("why no-split my.yaml", "argmap stats and argmap check take several"),
        ("list my.yaml my.yaml", "argmap stats and argmap check take several"),
        ("list -m my.yaml my.yaml", "argmap stats and argmap check take several"),
        ("tree my.yaml my.yaml", "it is a file, but the map is already named: argmap takes one"),
        ("show -m my.yaml my.yaml", "it is a file, but the map is already named: argmap takes one"),
    ],
)
def test_a_file_named_where_none_belongs_is_answered_with_where_it_does(
    words: str, hint: str, tmp_path: Path
) -> None:
    (tmp_path / "my.yaml").write_text("argmap: 1\n", encoding="utf-8")
    result = argmap(*words.split(), cwd=tmp_path)
    assert (result.status, result.out) == (2, "")
    assert result.err.endswith(f"\n    {hint}\n")
