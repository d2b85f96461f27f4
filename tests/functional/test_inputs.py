"""What the commands answer, in pipes, and how they end."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from support import MAPS, ROOT, argmap

LIBRARY = str(MAPS / "library.yaml")


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
        (b"claims: [", "<stdin>:1:9: error: not valid YAML"),
        (b'{"argmap": 1,', "<stdin>:1:"),
        (b"- 1\n", "<stdin>:1:1: error: a map is a mapping of keys, not a list"),
        (b"argmap: 2\n", "<stdin>:1:9: error: this argmap reads format version 1, not 2"),
    ],
)
def test_unusable_input_is_answered_with_its_place(data: bytes, message: str) -> None:
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


def test_every_wrong_item_of_a_list_is_reported() -> None:
    text = "argmap: 1\nclaims:\n  a: {text: A., at: [5-4, 3, 9-2]}\n"
    errors = argmap("list", "-m", "-", stdin=text).err
    assert [line.split(" ")[0] for line in errors.splitlines() if ": error: " in line] == [
        *("<stdin>:3:22:", "<stdin>:3:30:")
    ]


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


def test_json_in_and_every_odd_encoding_of_yaml() -> None:
    """A byte order mark and DOS line ends are read; UTF-16 is named."""
    text = "argmap: 1\nclaims:\n  a: Text.\n"
    expected = "a\t\t\t\tText.\n"
    for data in (text.encode("utf-8-sig"), text.replace("\n", "\r\n").encode()):
        assert argmap("list", "-m", "-", stdin=data).out == expected
    wide = argmap("list", "-m", "-", stdin=text.encode("utf-16"))
    assert (wide.status, "UTF-16" in wide.err) == (2, True)
    sniffed = argmap("list", "-m", "-", stdin='\n  {"argmap": 1, "claims": {"a": "Text."}}')
    assert sniffed.out == expected


def test_the_option_wins_over_the_environment() -> None:
    """-m is nearer than ARGMAP_MAP, and an empty ARGMAP_MAP is none."""
    assert argmap("list", "-m", LIBRARY, ARGMAP_MAP="missing.yaml").status == 0
    assert "treaty-extension" in argmap("list", ARGMAP_MAP="").out


@pytest.mark.parametrize("command", ["list", "tree", "show x", "trace x", "export"])
def test_a_missing_file_is_named_with_a_near_one(command: str) -> None:
    """By option or environment, for every command."""
    for words, env in ((["-m", "librery.yaml"], {}), ([], {"ARGMAP_MAP": "librery.yaml"})):
        result = argmap(*command.split(), *words, cwd=MAPS, **env)
        assert (result.status, result.out) == (2, "")
        assert "there is no file 'librery.yaml'" in result.err
        assert "did you mean 'library.yaml'" in result.err


@pytest.mark.parametrize("data", [b"", b"\x89PNG\r\n\x1a\n\0\0", b"\0", b"[", b"{", b"a: &x *x"])
def test_bad_files_end_in_a_sentence(data: bytes, tmp_path: Path) -> None:
    """Empty, binary and half written files are reported with their name."""
    path = tmp_path / "map"
    path.write_bytes(data)
    result = argmap("tree", "-m", str(path))
    assert (result.status, result.out) == (2, "")
    assert result.err.startswith(f"{path}:1:")
    assert "Traceback" not in result.err


@pytest.mark.skipif(os.geteuid() == 0, reason="root can read every file")
def test_a_file_without_permission(tmp_path: Path) -> None:
    """A file that may not be read is reported."""
    path = tmp_path / "map.yaml"
    path.write_text("argmap: 1\n")
    path.chmod(0)
    result = argmap("list", "-m", str(path))
    assert result.status == 2
    assert result.err == f"argmap: error: cannot read '{path}': permission denied\n"


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs Linux's /proc")
def test_a_file_whose_content_cannot_be_read() -> None:
    """A file that opens but cannot be read, for root too."""
    result = argmap("list", "-m", "/proc/self/mem")
    assert (result.status, result.out) == (2, "")
    assert result.err == "argmap: error: cannot read '/proc/self/mem': input/output error\n"


@pytest.mark.parametrize("opening", ["[", '{"a":', "- "])
def test_nesting_without_end_is_no_crash(opening: str) -> None:
    """100,000 levels end in a sentence."""
    result = argmap("list", "-m", "-", stdin=opening * 100_000)
    assert result.status == 2
    assert "error" in result.err
    assert "Traceback" not in result.err


@pytest.mark.parametrize("words", ["list --kin x", "tree --depth -1", "list --sort idd", "show"])
def test_wrong_usage_is_answered_with_where_to_read_on(words: str) -> None:
    """The error and the help that answers it, with exit 2."""
    result = argmap(*words.split())
    assert (result.status, result.out) == (2, "")
    assert f"see argmap {words.split(maxsplit=1)[0]} --help" in result.err


def lossy(tmp_path: Path) -> tuple[str, Path]:
    """Return a file that has what a map cannot keep, and its folder with one that has not."""
    folder = tmp_path / "maps"
    folder.mkdir()
    nodes = [{"nodeID": "1", "text": "A.", "type": "I", "colour": "red", "timestamp": "noon"}]
    (folder / "a.aif.json").write_text(json.dumps({"nodes": nodes, "edges": []}))
    (folder / "b.yaml").write_text("argmap: 1\nclaims: {a: A.}\n")
    return str(folder / "a.aif.json"), folder


@pytest.mark.parametrize("command", ["list", "tree", "stats", "check", "export -f mermaid", "diff"])
def test_quiet_silences_notes_and_nothing_else(command: str, tmp_path: Path) -> None:
    file, _ = lossy(tmp_path)
    words = [*command.split(), file] + [file] * (command == "diff")
    loud, quiet = argmap(*words), argmap(*words, "--quiet")
    assert "timestamp" in loud.err
    notes = [line for line in loud.err.splitlines() if line.startswith("note: ")]
    rest = [line for line in loud.err.splitlines() if not line.startswith("note: ")]
    assert notes
    assert (quiet.status, quiet.out, quiet.err.splitlines()) == (loud.status, loud.out, rest)
    assert argmap(*words, "-q") == quiet
    assert argmap(*words) == loud  # it holds for one command


@pytest.mark.parametrize("command", ["stats", "check"])
def test_what_is_lost_in_reading_a_folder_is_counted_together(command: str, tmp_path: Path) -> None:
    _, folder = lossy(tmp_path)
    result = argmap(command, str(folder))
    assert "note: not kept of 1 of 2 files: " in result.err
    assert result.err.count("note: ") == 1
    assert result.err.index("colour") < result.err.index("1 timestamp")
    data = argmap(command, str(folder), "--json").err.splitlines()[0]
    assert json.loads(data)["reading"] == "aif"


def test_strict_lets_pass_what_says_nothing_of_what_is_argued(tmp_path: Path) -> None:
    map_file = tmp_path / "a.yaml"
    map_file.write_text("argmap: 1\nclaims: {a: A., b: B.}\nrelations: [{from: a, supports: b}]\n")
    words = ("export", "-m", str(map_file), "-f", "markdown", "--strict")
    assert argmap(*words).err == "note: written as markdown; not kept: 2 ids of claims\n"
    assert argmap(*words).status == 0
    map_file.write_text(map_file.read_text().replace("a: A.", "a: {text: A., note: N.}"))
    refused = argmap(*words)
    assert (refused.status, refused.out) == (2, "")
    assert "1 note" in refused.err
