"""Pictures as files and commands: bytes, sizes, parts, and what is missing."""

from __future__ import annotations

import io
import os
import pty
import re
import shlex
import subprocess
import sys
from functools import lru_cache
from pathlib import Path

import pytest
from support import COMMAND, ROOT, argmap, argmap_process, environment
from support.pictured import (
    CARDS,
    LIBRARY,
    PICTURES,
    groups,
    parsed,
    without_spaces,
)
from support.random_maps import yaml_text

from argmap import ArgmapError, ArgumentMap, load, loads, save
from argmap.formats import Losses, draw, drawable, dumps
from argmap.pictures.drawing import MOST_CLAIMS

CARDS_ASKED = ("--layout", "cards")


@lru_cache
def is_font_there() -> bool:
    """Return whether this machine has a font; a bare one has none, and draws no png or pdf."""
    return "no font is installed" not in argmap("export", "-f", "pdf", "-o", os.devnull).err


@pytest.fixture
def font(request: pytest.FixtureRequest) -> None:
    """Skip a test of what needs a font where there is none."""
    if request.node.callspec.params["name"] in {"png", "pdf"} and not is_font_there():
        pytest.skip("no font is installed")


@pytest.mark.parametrize("ends", ["no-split..cognitive-community", "phone-call..phone-call"])
def test_without_a_chain_there_is_a_sentence_and_no_file(ends: str, tmp_path: Path) -> None:
    result = argmap("export", "-o", "map.svg", "--highlight", ends, cwd=tmp_path)
    traced = argmap("trace", *ends.split(".."))
    assert (result.status, result.out, result.err) == (1, "", traced.err)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("ends", "hint"), [("no-split", "FROM..TO"), ("..", "FROM..TO"), ("no-spit..x", "no-split")]
)
def test_what_is_no_chain_is_an_error(ends: str, hint: str) -> None:
    result = argmap("export", "-f", "svg", "--highlight", ends)
    assert (result.status, result.out) == (2, "")
    assert hint in result.err


@pytest.mark.slow
@pytest.mark.usefixtures("font")
@pytest.mark.parametrize("name", drawable())
def test_two_processes_draw_the_same_bytes(name: str, tmp_path: Path) -> None:
    drawn = []
    for seed in ("1", "2"):
        path = tmp_path / f"{seed}.{name}"
        options = ["--evaluate", "--group", "voice", "-m", LIBRARY]
        result = argmap_process("export", "-o", str(path), *options, PYTHONHASHSEED=seed)
        assert (result.status, result.out) == (0, "")
        assert "ontconfig" not in result.err
        drawn.append(path.read_bytes())
    assert drawn[0] == drawn[1]
    assert drawn[0][:4] in {b"<?xm", b"\x89PNG", b"%PDF", b"<!do"}
    assert b"CreationDate" not in drawn[0]


@pytest.mark.slow
@pytest.mark.usefixtures("font")
@pytest.mark.parametrize("name", drawable())
def test_a_picture_goes_through_a_pipe(name: str) -> None:
    command = [*COMMAND, "export", "-f", name, "-m", LIBRARY]
    done = subprocess.run(command, capture_output=True, env=environment(), check=True)
    assert done.stdout == draw(load(LIBRARY), name)


@pytest.mark.parametrize("name", ["png", "pdf"])
def test_bytes_do_not_go_to_a_terminal(name: str) -> None:
    master, slave = pty.openpty()
    command = [*COMMAND, "export", "-f", name, "-m", LIBRARY]
    done = subprocess.run(
        command, stdout=slave, stderr=subprocess.PIPE, env=environment(), check=False
    )
    os.close(slave)
    os.close(master)
    assert done.returncode == 2
    assert b"write it to a file with -o" in done.stderr


@pytest.mark.parametrize(
    "option",
    [
        "--direction left",
        "--theme dark",
        "--group kind",
        "--highlight a..b",
        "--evaluate",
        "--semantics df-quad",
        "--assume phone-call",
        "--reject phone-call",
    ],
)
def test_an_option_of_pictures_is_refused_elsewhere(option: str) -> None:
    result = argmap("export", "-f", "yaml", *option.split())
    assert (result.status, result.out) == (2, "")
    assert f"{option.split(maxsplit=1)[0]} is for pictures, and yaml is not one" in result.err


def test_around_is_the_same_as_naming_the_claim() -> None:
    named = argmap("export", "stopgap", "-d", "2", "-f", "svg")
    assert argmap("export", "--around", "stopgap", "-d", "2", "-f", "svg") == named
    assert argmap("export", "--around", "stopgap", "-f", "csv") == argmap(
        "export", "stopgap", "-f", "csv"
    )


def test_a_highlighted_chain_is_drawn_whole_beside_a_part() -> None:
    words_of = "export --around us-alliances -d 0 -f svg --highlight never-tested..open-trend"
    root = parsed(argmap(*words_of.split()).out.encode())
    shown = {g.get("data-claim") for g in groups(root, "claim")}
    assert {"us-alliances", "never-tested", "open-trend"} <= shown


@pytest.mark.usefixtures("font")
@pytest.mark.parametrize(("name", "start"), [("png", b"\x89PNG"), ("svg", b"<?xml")])
def test_python_draws_and_saves(name: str, start: bytes, tmp_path: Path) -> None:
    path = tmp_path / f"map.{name}"
    losses = save(load(LIBRARY), path)
    assert path.read_bytes().startswith(start)
    assert "1 note" in str(losses)
    with pytest.raises(ArgmapError, match="svg is a picture, not text"):
        dumps(load(LIBRARY), "svg")
    with pytest.raises(ArgmapError, match="yaml is not a picture"):
        draw(load(LIBRARY), "yaml")


def test_a_big_map_is_refused_with_a_command_that_draws_a_part(tmp_path: Path) -> None:
    size = MOST_CLAIMS + 1
    (tmp_path / "my map.yaml").write_text(yaml_text(size, 0, "tree"), encoding="utf-8")
    result = argmap("export", "-m", "my map.yaml", "-o", "map.svg", *CARDS_ASKED, cwd=tmp_path)
    assert result.status == 2
    assert f"holds {MOST_CLAIMS:,} claims" in result.err
    assert f"here are {size:,}" in result.err
    assert not (tmp_path / "map.svg").exists()
    command = result.err.split("to draw a part of it: argmap ")[1]
    drawn = argmap(*shlex.split(command), cwd=tmp_path)
    assert drawn.status == 0
    assert 50 < len(groups(parsed((tmp_path / "map.svg").read_bytes()), "claim")) <= 150


def test_a_claim_that_too_much_bears_on_is_not_offered(tmp_path: Path) -> None:
    lines = ["argmap: 1", "claims:", "  top: {text: Top, kind: thesis}", "  other: Other"]
    lines += [f"  c{n}: C" for n in range(MOST_CLAIMS)]
    lines += ["relations:", "  - {from: c0, supports: other}"]
    lines += [f"  - {{from: c{n}, supports: top}}" for n in range(MOST_CLAIMS)]
    (tmp_path / "map.yaml").write_text("\n".join(lines), encoding="utf-8")
    words = ["-m", "map.yaml", "-o", "map.svg", *CARDS_ASKED]
    result = argmap("export", *words, cwd=tmp_path)
    assert "argmap export other --depth 2" in result.err
    result = argmap("export", "top", *words, cwd=tmp_path)
    assert result.status == 2
    assert "around a claim that fewer claims bear on" in result.err
    assert argmap("export", "other", "-m", "map.yaml", "-o", "o.svg", cwd=tmp_path).status == 0


def test_a_depth_without_a_claim_is_refused() -> None:
    result = argmap("export", "-f", "svg", "--depth", "2")
    assert (result.status, result.out) == (2, "")
    assert "no claim is named" in result.err


@pytest.mark.slow
@pytest.mark.usefixtures("font")
@pytest.mark.parametrize("name", ["png"])
def test_a_picture_hard_to_read_says_so(name: str, tmp_path: Path) -> None:
    from PIL import Image

    (tmp_path / "map.yaml").write_text(yaml_text(900, 0, "chain"), encoding="utf-8")
    words = ["-m", "map.yaml", "-o", f"map.{name}", *CARDS_ASKED]
    result = argmap("export", *words, cwd=tmp_path)
    assert result.status == 0
    assert "metres wide" in result.err
    assert "pixels a point, where 2 are usual" in result.err
    assert "metres" not in argmap("export", "-o", str(tmp_path / f"small.{name}")).err
    with Image.open(tmp_path / f"map.{name}") as image:
        assert max(image.size) <= 16_000
        assert image.convert("RGBA").getchannel("A").getextrema() == (255, 255)


@pytest.mark.slow
@pytest.mark.usefixtures("font")
@pytest.mark.parametrize("name", ["png"])
def test_what_is_said_of_the_size_holds_of_title_and_legend_too(name: str) -> None:
    chain = loads(yaml_text(120, 0, "chain"))
    claims, relations = chain.claims.values(), chain.relations.values()
    long = ArgumentMap(claims, relations, title="A title of many words. " * 60)
    losses = Losses()
    png = draw(long, name, picture=CARDS, losses=losses)
    box = parsed(draw(long, picture=CARDS)).get("viewBox", "").split()
    width, height = (float(side) for side in box[2:])
    metres, sharpness = losses.notes
    reported = [float(number) for number in re.findall(r"\d+\.\d+", metres)]
    assert reported == [pytest.approx(side * 0.0254 / 72, abs=0.15) for side in (width, height)]
    (pixels,) = re.findall(r"\d+\.\d+", sharpness)
    assert float(pixels) == pytest.approx(int.from_bytes(png[20:24]) / height, rel=0.02)


@pytest.mark.usefixtures("font")
@pytest.mark.parametrize("name", ["png"])
def test_a_small_map_with_a_long_title_is_as_sharp_as_any(name: str) -> None:
    losses = Losses()
    draw(loads(f"argmap: 1\ntitle: {'word ' * 400}\nclaims: {{a: A}}"), name, losses=losses)
    assert losses.notes == []


@pytest.mark.slow
def test_a_dense_map_is_drawn(tmp_path: Path) -> None:
    (tmp_path / "map.yaml").write_text(yaml_text(300, 1500), encoding="utf-8")
    result = argmap("export", "-m", "map.yaml", "-o", "map.svg", *CARDS_ASKED, cwd=tmp_path)
    assert result.status == 0
    assert len(groups(parsed((tmp_path / "map.svg").read_bytes()), "relation")) == 1500


@pytest.mark.parametrize("name", PICTURES)
def test_where_no_font_is_installed(name: str, tmp_path: Path) -> None:
    """Graphviz would leave the text out in silence; an SVG has it as text all the same."""
    settings = tmp_path / "fonts.conf"
    settings.write_text("<fontconfig><dir>/none</dir></fontconfig>", encoding="utf-8")
    words_of = ["export", "-m", LIBRARY, "-o", str(tmp_path / f"map.{name}")]
    result = argmap(*words_of, FONTCONFIG_FILE=str(settings))
    assert result.status == (0 if name == "svg" else 2)
    assert ("no font is installed" in result.err) is (name != "svg")


# What follows runs in a Python that cannot import pygraphviz.
_ABSENT = "import sys\nsys.modules['pygraphviz'] = None\n"


def without_pygraphviz(folder: Path, *words: str) -> tuple[int, str, str]:
    (folder / "sitecustomize.py").write_text(_ABSENT, encoding="utf-8")
    return argmap_process(*words, cwd=folder, PYTHONPATH=f"{folder}:{ROOT}")


@pytest.mark.parametrize("name", PICTURES)
def test_without_the_extra_a_picture_names_it(name: str, tmp_path: Path) -> None:
    status, out, err = without_pygraphviz(tmp_path, "export", "-o", f"map.{name}", *CARDS_ASKED)
    assert (status, out) == (2, "")
    assert "a picture of cards needs pygraphviz, which is not installed" in err
    assert f"install it with: {sys.executable} -m pip install 'argmap[draw]'" in err
    assert not (tmp_path / f"map.{name}").exists()


def test_without_the_extra_all_else_works(tmp_path: Path) -> None:
    status, out, _ = without_pygraphviz(tmp_path, "export", "-f", "dot")
    assert (status, out) == (0, argmap("export", "-f", "dot").out)
    assert without_pygraphviz(tmp_path, "formats")[1] == argmap("formats").out


@pytest.mark.usefixtures("font")
@pytest.mark.parametrize("name", ["pdf"])
def test_a_pdf_has_a_title_and_no_date(name: str) -> None:
    from pypdf import PdfReader

    pdf = PdfReader(io.BytesIO(draw(load(), name, picture=CARDS)))
    assert pdf.metadata is not None
    assert pdf.metadata.title == "What holds China and Russia together?"
    assert pdf.metadata.creation_date is None
    assert len(pdf.pages) == 1


@pytest.mark.external
def test_text_in_a_pdf_is_text(tmp_path: Path) -> None:
    path = tmp_path / "map.pdf"
    argmap("export", "-o", str(path))
    done = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True)
    shown = without_spaces(done.stdout)
    assert all(without_spaces(c.label or "") in shown for c in load().claims.values())
