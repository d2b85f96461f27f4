"""Writing every format to every place, and reading maps from good and bad ones."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from support import ROOT, argmap, argmap_process, environment

from argmap import ArgmapError, load, save
from argmap.formats import suffixes, writable

MAPS = ROOT / "tests" / "functional" / "maps"
LIBRARY = str(MAPS / "library.yaml")
SAMPLES = ROOT / "tests" / "samples"


@pytest.mark.parametrize("name", writable())
def test_the_suffix_tells_the_format(name: str, tmp_path: Path) -> None:
    """A file named with the suffix holds what -f prints."""
    path = tmp_path / f"map{suffixes(name)[0]}"
    # A framework of attacks takes no other map.
    source = SAMPLES / "night-trains.tgf" if name in {"af", "apx", "tgf"} else LIBRARY
    written = argmap("export", "-m", str(source), "-o", str(path))
    printed = argmap("export", "-m", str(source), "-f", name)
    assert path.read_bytes().decode() == printed.out
    assert (written.status, written.out, written.err) == (0, "", printed.err)


def test_the_hash_seed_changes_nothing() -> None:
    """Of each writer one process writes what the next does, and this one."""
    code = (
        "import sys; from argmap import dumps, load; from argmap.formats import writable\n"
        "maps = [load(path) for path in sys.argv[1:]]\n"
        "for name in writable():\n"
        "    print(dumps(maps[name in {'af', 'apx', 'tgf'}], name))"
    )
    maps = [LIBRARY, str(SAMPLES / "night-trains.tgf")]
    one, other = (
        subprocess.run(
            [sys.executable, "-c", code, *maps],
            capture_output=True,
            env=environment(PYTHONHASHSEED=seed),
            check=True,
        ).stdout
        for seed in "12"
    )
    assert one == other
    assert one.count(b"\n") > 100


@pytest.mark.parametrize("name", ["x.foo", "noending", "x.yaml.bak"])
def test_an_unknown_suffix_is_refused_with_the_known(name: str, tmp_path: Path) -> None:
    """Nothing is written, and the suffixes there are get named."""
    result = argmap("export", "-o", name, cwd=tmp_path)
    assert result.status == 2
    assert ".graphml" in result.err
    assert list(tmp_path.iterdir()) == []


def test_the_bundled_map_survives_json_and_back(tmp_path: Path) -> None:
    """A converter there and back gives the same map and the same bytes."""
    there, back = tmp_path / "map.json", tmp_path / "map.yaml"
    assert argmap("export", "-o", str(there)).status == 0
    result = argmap("export", "-m", str(there), "-f", "yaml")
    back.write_text(result.out, encoding="utf-8")
    assert load(back) == load()
    assert result.out == argmap("export").out


def test_what_is_around_a_claim() -> None:
    """What bears on a claim or on a step to it, and what it bears on, one relation away."""
    out = argmap("export", "stopgap", "--depth", "1", "-f", "json").out
    data = json.loads(out)
    expected = {"stopgap", "junior-partner", "joint-interest", "eventual-split", "fragility"}
    assert expected <= set(data["claims"])
    assert "similar-judgements" not in data["claims"]
    alone = json.loads(argmap("export", "stopgap", "--depth", "0", "-f", "json").out)
    assert list(alone["claims"]) == ["stopgap"]


@pytest.mark.parametrize("name", ["dot", "csv", "mermaid"])
def test_strict_writes_nothing_anywhere(name: str, tmp_path: Path) -> None:
    """An old file stays, standard output is empty, and the losses are named."""
    path = tmp_path / "old"
    path.write_text("old")
    to_file = argmap("export", "-f", name, "--strict", "-o", str(path))
    to_pipe = argmap("export", "-f", name, "--strict")
    assert path.read_text() == "old"
    assert (to_file.status, to_pipe.status, to_file.out, to_pipe.out) == (2, 2, "", "")
    assert to_file.err == to_pipe.err
    assert "25 notes" in to_pipe.err or "description of the source" in to_pipe.err


def test_strict_lets_a_format_that_carries_everything_pass() -> None:
    """YAML and JSON lose nothing."""
    for name in ("yaml", "json"):
        result = argmap("export", "-f", name, "--strict")
        assert (result.status, result.err) == (0, "")


def test_a_file_may_be_written_over_itself(tmp_path: Path) -> None:
    """The map is read whole before the file is replaced."""
    path = tmp_path / "map.yaml"
    argmap("export", "-o", str(path))
    before = path.read_bytes()
    assert argmap("export", "-m", str(path), "-o", str(path)).status == 0
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("mode", [0o600, 0o755])
def test_a_mode_is_kept(mode: int, tmp_path: Path) -> None:
    """A private file stays private."""
    path = tmp_path / "map.json"
    path.touch()
    path.chmod(mode)
    assert argmap("export", "-o", str(path)).status == 0
    assert path.stat().st_mode & 0o777 == mode


@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="needs /dev/stdout")
def test_a_pipe_that_has_a_name_is_written_to() -> None:
    """What such a name leads to is no path of its own."""
    result = argmap_process("export", "-m", LIBRARY, "-f", "csv", "-o", "/dev/stdout")
    assert result.status == 0
    assert result.out == argmap("export", "-m", LIBRARY, "-f", "csv").out


def test_a_link_to_nothing_yet_is_followed(tmp_path: Path) -> None:
    """The target is made, the link stays."""
    link = tmp_path / "link.yaml"
    link.symlink_to("target.yaml")
    assert argmap("export", "-o", str(link)).status == 0
    assert link.is_symlink()
    assert load(tmp_path / "target.yaml") == load()


@pytest.mark.parametrize("place", ["nodir/x.yaml", "."])
def test_a_place_that_cannot_be_written(place: str, tmp_path: Path) -> None:
    """A missing folder and a folder are named in the sentence."""
    result = argmap("export", "-f", "yaml", "-o", place, cwd=tmp_path)
    assert result.status == 2
    assert result.err.startswith(f"argmap: error: cannot write '{place}': ")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["here", "here.svg", "new.svg/", "new/"])
def test_a_folder_is_not_written_to(name: str, tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()
    (tmp_path / "here.svg").mkdir()
    result = argmap("export", "-o", name, cwd=tmp_path)
    message = f"argmap: error: cannot write '{name}': it is a folder\n    name a file in it\n"
    assert (result.status, result.out, result.err) == (2, "", message)
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["here", "here.svg"]


@pytest.mark.parametrize("name", ["a\0b.yaml", "a\0b.svg"])
def test_a_path_that_cannot_be_is_an_error_in_python_too(name: str) -> None:
    with pytest.raises(ArgmapError, match=r"cannot write .*null"):
        save(load(), name)
    with pytest.raises(ArgmapError, match=r"cannot read .*null"):
        load(name)


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
    assert "treaty-renewal" in argmap("list", ARGMAP_MAP="").out


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
    """Empty, binary and half written files are told with their name."""
    path = tmp_path / "map"
    path.write_bytes(data)
    result = argmap("tree", "-m", str(path))
    assert (result.status, result.out) == (2, "")
    assert result.err.startswith(f"{path}:1:")
    assert "Traceback" not in result.err


@pytest.mark.skipif(os.geteuid() == 0, reason="root can read every file")
def test_a_file_without_permission(tmp_path: Path) -> None:
    """A file that may not be read is told so."""
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
def test_wrong_usage_is_told_where_to_read_on(words: str) -> None:
    """The mistake and the help that answers it, with exit 2."""
    result = argmap(*words.split())
    assert (result.status, result.out) == (2, "")
    assert f"see argmap {words.split(maxsplit=1)[0]} --help" in result.err
