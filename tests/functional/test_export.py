"""``argmap export``: every format, to every place."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from support import MAPS, ROOT, argmap, argmap_process, environment
from support.frameworks import FORMATS as FRAMEWORKS
from support.pictured import EVERYTHING

from argmap import ArgmapError, load, save
from argmap.formats import draw, drawable, suffixes, writable

LIBRARY = str(MAPS / "library.yaml")


@pytest.mark.parametrize(
    "format",
    writable(),
)
def test_export_gives_the_same_bytes_to_file_and_pipe(format: str, tmp_path: Path) -> None:
    path = tmp_path / "out"
    first = argmap("export", "-f", format, "-m", LIBRARY)
    assert argmap("export", "-f", format, "-m", LIBRARY, "-o", str(path)).status == first.status
    if first.status == 0:
        assert path.read_bytes().decode() == first.out
    else:  # a framework, which has attacks alone
        assert not path.exists()


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


SAMPLES = ROOT / "tests" / "samples"


@pytest.mark.parametrize("name", writable())
def test_the_format_is_detected_from_the_suffix(name: str, tmp_path: Path) -> None:
    """A file named with the suffix holds what -f prints."""
    path = tmp_path / f"map{suffixes(name)[0]}"
    # A framework of attacks takes no other map.
    source = SAMPLES / "night-trains.tgf" if name in FRAMEWORKS else LIBRARY
    written = argmap("export", "-m", str(source), "-o", str(path))
    printed = argmap("export", "-m", str(source), "-f", name)
    assert path.read_bytes().decode() == printed.out
    assert (written.status, written.out, written.err) == (0, "", printed.err)


# Their bytes are those of networkx, which may change; see tests/unit/formats/graphs.
OF_NETWORKX = {"cytoscape", "gexf", "graphml", "node-link"}


@pytest.mark.parametrize("name", sorted({*writable()} - OF_NETWORKX))
def test_every_format_is_written_as_it_should_be(
    name: str, tmp_path: Path, matches: Callable[[str, str], None]
) -> None:
    """A map of everything there is; of a new format, read the snapshot line by line."""
    path = SAMPLES / "night-trains.tgf" if name in FRAMEWORKS else tmp_path / "map.yaml"
    if name not in FRAMEWORKS:
        path.write_text(EVERYTHING, encoding="utf-8")
    written = argmap("export", "-f", name, "-m", str(path))
    assert written.status == 0
    matches(f"export-{name}", written.out.replace("\r\n", "\n"))


# How the bytes of each picture or page begin, by its format.
BEGINNINGS = {
    "html": b"<!doctype html>",
    "pdf": b"%PDF-",
    "png": b"\x89PNG\r\n\x1a\n",
    "svg": b"<?xml",
}


@pytest.mark.parametrize("name", drawable())
def test_every_picture_is_what_its_name_says(name: str) -> None:
    assert name in BEGINNINGS, (
        f"nothing shows that {name} is drawn rightly: say in BEGINNINGS how its bytes begin, and "
        "test what is in it, as tests/functional/test_pictures.py and test_page.py do"
    )
    assert draw(load(LIBRARY), name).startswith(BEGINNINGS[name])


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


@pytest.mark.parametrize("name", writable())
def test_strict_writes_nothing_anywhere(name: str, tmp_path: Path) -> None:
    """An old file stays, standard output is empty, and the losses are named."""
    lenient = argmap("export", "-f", name)
    if lenient.status == 0 and "not kept" not in lenient.err:
        assert argmap("export", "-f", name, "--strict") == lenient
        return
    path = tmp_path / "old"
    path.write_text("old")
    to_file = argmap("export", "-f", name, "--strict", "-o", str(path))
    to_pipe = argmap("export", "-f", name, "--strict")
    assert path.read_text() == "old"
    assert (to_file.status, to_pipe.status, to_file.out, to_pipe.out) == (2, 2, "", "")
    assert to_file.err == to_pipe.err
    assert lenient.status == 2 or f"not kept in {name}: " in to_pipe.err


def test_strict_lets_a_format_that_keeps_everything_pass() -> None:
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


@pytest.mark.parametrize(("table", "column"), [("claims", "text"), ("relations", "from")])
def test_one_table_of_a_csv_is_written_alone(table: str, column: str) -> None:
    result = argmap("export", "-f", "csv", "--table", table, "-m", LIBRARY)
    assert column in result.out.splitlines()[0].split(",")
    assert "" not in result.out.splitlines()
    assert "left out" in result.err
    strict = argmap("export", "-f", "csv", "--table", table, "-m", LIBRARY, "--strict")
    assert (strict.status, strict.out) == (2, "")


@pytest.mark.parametrize("format", sorted({*writable(), *drawable()} - {"csv"}))
def test_a_table_is_for_csv(format: str) -> None:
    result = argmap("export", "-f", format, "--table", "claims", "-m", "no-such-file")
    assert (result.status, result.out) == (2, "")
    assert f"--table is for csv, and {format} has no tables" in result.err
