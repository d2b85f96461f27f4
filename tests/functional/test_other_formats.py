"""Maps of other formats in every command: how they are recognised, and what is reported as lost."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from support import COMMAND, ROOT, argmap, environment
from support.frameworks import FORMATS as FRAMEWORKS

from argmap import ArgmapError, InvalidMapError, dumps, load, loads
from argmap.formats import Losses, readable, writable
from argmap.formats._detect import detect
from argmap.model.text import one_line

SAMPLES = ROOT / "tests" / "samples"
FORMATS = {
    "library.cyjs": "cytoscape",
    "library.gexf": "gexf",
    "library.graphml": "graphml",
    "library.node-link.json": "node-link",
    "night-trains.af": "af",
    "night-trains.aif.json": "aif",
    "night-trains.ann": "brat",
    "night-trains.apx": "apx",
    "night-trains.argdown": "argdown",
    "night-trains.argdown.json": "argdown-json",
    "night-trains.carneades.yml": "carneades",
    "night-trains.csv": "csv",
    "night-trains.tgf": "tgf",
    "night-trains.xaif.json": "aif",
    "night-trains.xml": "arggraph",
    "night-trains-newer.txt": "kialo",
    "night-trains-older.kialo.txt": "kialo",
}
AIF, ARGDOWN = SAMPLES / "night-trains.aif.json", SAMPLES / "night-trains.argdown"
COMMANDS = ["list --json", "tree", "export"]


@pytest.mark.parametrize("name", sorted({*readable()} - {"yaml", "json"}))
def test_every_format_that_is_read_has_a_sample(name: str) -> None:
    assert name in FORMATS.values(), (
        f"nothing shows that {name} is read rightly: put a file as others write it into "
        f"tests/samples, and its name into FORMATS in {Path(__file__).relative_to(ROOT)}"
    )


def test_every_sample_is_tried() -> None:
    assert set(FORMATS) == {path.name for path in SAMPLES.iterdir()}


@pytest.mark.parametrize("file", FORMATS)
def test_the_format_is_detected_from_name_and_content(file: str) -> None:
    text = (SAMPLES / file).read_text(encoding="utf-8")
    assert detect(text, file) == FORMATS[file]
    shared = {".json": "x.json", ".yml": "x.yaml", ".txt": "x.txt", ".xml": "x.xml"}
    ending = "." + file.rpartition(".")[2]
    assert detect(text, shared.get(ending, file)) == FORMATS[file]


@pytest.mark.parametrize("file", FORMATS)
def test_the_format_is_detected_from_the_content_alone(file: str) -> None:
    text = (SAMPLES / file).read_text(encoding="utf-8")
    assert detect(text, "<stdin>") == FORMATS[file]
    assert detect("\n \n" + text, "debate.unknown") == FORMATS[file]
    assert detect(text.replace("\r\n", "\n").replace("\n", "\r\n"), "-") == FORMATS[file]


@pytest.mark.parametrize("ending", ["yaml", "json"])
def test_our_own_are_detected_wherever_the_version_stands(ending: str) -> None:
    assert detect("title: x\nargmap: 1\n", "<stdin>") == "yaml"
    assert detect('{"title": "nodes", "argmap": 1}', "<stdin>") == "json"
    assert detect("nonsense", f"x.{ending}") == ending
    assert detect("", f"x.{ending}") == ending


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("file", FORMATS)
def test_every_command_takes_it(file: str, command: str) -> None:
    result = argmap(*command.split(), "-m", str(SAMPLES / file))
    assert result.status == 0
    losses = Losses()
    argument_map = load(SAMPLES / file, losses=losses)
    words = [one_line(claim.headline).split()[-1] for claim in argument_map.claims.values()]
    assert [word for word in words if word not in result.out] == []
    first = result.err.splitlines()[:1]
    if command.endswith("--json") and losses.counts:
        said = json.loads(first[0])
        assert said["reading"] == FORMATS[file]
        assert [(lost["count"], lost["what"]) for lost in said["losses"]] == losses.items()
    elif losses.counts:
        assert first == [f"note: read as {FORMATS[file]}; not kept: {losses}"]
    else:
        assert "read as" not in result.err


def test_show_and_trace_take_it_too() -> None:
    file = str(ARGDOWN)
    assert "Motorways lose money too" in argmap("show", "Subsidy", "-m", file).out
    chain = argmap("trace", "Empty", "Run-them", "-m", file).out
    assert "undercuts the step by which" in chain


def test_from_names_the_format_where_none_is_detected(tmp_path: Path) -> None:
    path = tmp_path / "debate.notes"
    path.write_text("Just a thought.\n\n  Another one.\n", encoding="utf-8")
    unreported = argmap("list", "-m", str(path))
    assert (unreported.status, unreported.out) == (2, "")
    assert f"neither the suffix nor the content of '{path}' is that of a format" in unreported.err
    result = argmap("list", "-m", str(path), "--from", "argdown")
    assert (result.status, len(result.out.splitlines())) == (0, 2)
    stdin = argmap("list", "-m", "-", "--from", "argdown", stdin="One.\n\nTwo.\n")
    assert stdin.out == "one\t\t\t\tOne.\ntwo\t\t\t\tTwo.\n"


def test_a_suffix_of_several_formats_and_the_content_of_none(tmp_path: Path) -> None:
    path = tmp_path / "notes.xml"
    path.write_text("<notes/>", encoding="utf-8")
    result = argmap("list", "-m", str(path))
    assert (result.status, result.out) == (2, "")
    assert f"'{path}' is not arggraph, gexf or graphml by its content" in result.err
    assert "--from" in result.err


def test_from_goes_before_suffix_and_content() -> None:
    result = argmap("list", "-m", str(AIF), "--from", "json")
    assert result.status == 2
    assert "unknown key 'nodes'" in result.err


@pytest.mark.parametrize(
    ("name", "words"),
    [("argdwon", "did you mean 'argdown'"), ("dot", "argmap writes dot but does not read it")],
)
def test_a_format_that_cannot_be_read_is_answered_with_those_that_can(
    name: str, words: str
) -> None:
    result = argmap("tree", "--from", name, "-m", str(AIF))
    assert (result.status, result.out) == (2, "")
    assert words in result.err


def test_a_format_that_is_only_read_is_not_written() -> None:
    result = argmap("export", "-f", "kialo")
    assert (result.status, result.out) == (2, "")
    assert "argmap reads kialo but does not write it" in result.err
    assert "argdown" in result.err


@pytest.mark.parametrize("command", ["list", "tree", "export", "show 101", "trace 104"])
def test_strict_stops_where_something_is_left_out(command: str) -> None:
    file = str(AIF)
    assert argmap(*command.split(), "-m", file).status == 0
    result = argmap(*command.split(), "-m", file, "--strict")
    assert (result.status, result.out) == (2, "")
    assert "1 inference without a premise" in result.err
    assert "read as aif, has what cannot be kept" in result.err


def test_strict_lets_a_whole_map_pass() -> None:
    for file in ("night-trains.csv", "library.graphml", "night-trains-newer.txt"):
        assert argmap("list", "--strict", "-m", str(SAMPLES / file)).status == 0


def test_losses_are_data_for_reading_and_for_writing(tmp_path: Path) -> None:
    path = tmp_path / "out.mmd"
    result = argmap("export", "-m", str(AIF), "-o", str(path), "--json")
    assert (result.status, result.out) == (0, "")
    read, written = map(json.loads, result.err.splitlines())
    assert read["reading"] == "aif"
    assert {"count": 1, "what": "locution"} in read["losses"]
    assert written == {
        "writing": "mermaid",
        "losses": [
            {"count": 2, "what": "voices of claims"},
            {"count": 1, "what": "scheme"},
            {"count": 1, "what": "description of a voice"},
            {"count": 5, "what": "ids of claims", "minor": True},
            {"count": 3, "what": "ids of relations", "minor": True},
        ],
    }


def test_export_with_json_and_no_format_writes_json() -> None:
    result = argmap("export", "--json", "-m", str(SAMPLES / "night-trains.csv"))
    assert json.loads(result.out)["argmap"] == 1


@pytest.mark.parametrize("file", FORMATS)
def test_whatever_is_read_is_written_as_anything(file: str) -> None:
    """The converter; a framework takes nothing but attacks, and says so."""
    argument_map = load(SAMPLES / file)
    for name in writable():
        kinds = {str(relation.kind) for relation in argument_map.relations.values()}
        if name in FRAMEWORKS and kinds != {"attacks"}:
            with pytest.raises(ArgmapError, match=r"support|undercut"):
                dumps(argument_map, name)
        else:
            text = dumps(argument_map, name)
            assert name not in readable() or loads(text, name).claims


@pytest.mark.parametrize("file", FORMATS)
def test_part_of_a_file_is_a_map_or_an_error_at_its_place(file: str) -> None:
    text = (SAMPLES / file).read_bytes().decode()
    for part in (text[: len(text) // 2], text[len(text) // 2 :], text[:-7], text[7:]):
        found = []
        try:
            argument_map = loads(part, FORMATS[file], "part")
        except InvalidMapError as error:
            found = [str(diagnostic) for diagnostic in error.diagnostics]
        else:
            assert loads(dumps(argument_map)) == argument_map
        assert [each for each in found if not each.startswith("part:")] == []


OTHERS = ["", "\n\n", "\x89PNG\r\n\x1a\n\0\0", "[[[", "<x>", "{}", "[]", "a\n", "1", "x: y", "<!--"]


@pytest.mark.parametrize("name", readable())
@pytest.mark.parametrize("text", OTHERS)
def test_what_is_no_such_file_is_never_an_empty_map(name: str, text: str) -> None:
    """But to Argdown any words are a statement, and to some tools an empty list is a graph."""
    if (name == "argdown" and text.strip()) or (name, text) == ("cytoscape", "[]"):
        return
    with pytest.raises(InvalidMapError) as caught:
        loads(text, name, "other")
    assert str(caught.value.diagnostics[0]).startswith("other:")


@pytest.mark.parametrize("name", ["aif", "graphml", "csv"])
def test_an_error_is_shown_with_its_line(name: str) -> None:
    result = argmap("list", "-m", "-", "--from", name, stdin="<oops\n")
    assert (result.status, result.out) == (2, "")
    assert result.err.startswith("<stdin>:1:")
    assert "    <oops\n" in result.err


def test_what_a_map_expects_is_read_from_its_tests_and_lost_aloud() -> None:
    file = str(SAMPLES / "night-trains.carneades.yml")
    written = argmap("export", "-f", "yaml", "-m", file)
    assert written.out.endswith(
        "expect:\n  carneades:\n    in: [emit-less, lose-money]\n    out: run\n"
    )
    assert argmap("list", "-m", "-", stdin=written.out).status == 0
    assert "3 expectations" in argmap("export", "-f", "mermaid", "-m", file).err
    wrong = written.out.replace("    out: run", "    out: rum")
    result = argmap("list", "-m", "-", stdin=wrong)
    assert (result.status, result.out) == (2, "")
    number = wrong.split("\n").index("    out: rum") + 1
    assert result.err.startswith(f"<stdin>:{number}:10: error: there is no claim 'rum'\n")
    assert "did you mean 'run'?" in result.err


def test_completion_offers_formats_to_read() -> None:
    done = subprocess.run(
        [*COMMAND, "list", "--from", "a"],
        env=environment(_ARGMAP_COMPLETE="fish"),
        capture_output=True,
        text=True,
        check=True,
    )
    offered = [line.split("\t")[0] for line in done.stdout.splitlines()]
    assert {"af", "aif", "apx", "argdown", "arggraph"} <= set(offered)
    assert "dot" not in offered
