"""``argmap export --layout page``: when a picture is a page, and its options."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from support import MAPS, ROOT, argmap, argmap_process
from support.pictured import LIBRARY, groups, parsed

HOSTILE = str(MAPS / "hostile.yaml")


def drawn(*words: str) -> str:
    """Return what the claims of a picture are shown as."""
    root = parsed(argmap("export", "-f", "svg", *words).out.encode())
    return next("".join(d.itertext()) for d in root if d.get("id") == "picture-description")


def test_a_picture_is_a_page_above_25_claims(tmp_path: Path) -> None:
    for claims, shown in ((25, "cards"), (26, "rows of text")):
        path = tmp_path / f"{claims}.yaml"
        names = "".join(f"  c{n}: Claim {n}.\n" for n in range(claims))
        path.write_text(f"argmap: 1\nclaims:\n{names}", encoding="utf-8")
        assert f"as {shown}" in drawn("-m", str(path))
    assert "as cards" in drawn("--layout", "cards")
    assert "as rows of text" in drawn("--layout", "page", "-m", LIBRARY)


def test_what_is_for_one_layout_asks_for_it() -> None:
    for words, shown in (
        (("--group", "voice"), "cards"),
        (("--direction", "left"), "cards"),
        (("--width", "600", "-m", LIBRARY), "rows of text"),
        (("--columns", "2", "-m", LIBRARY), "rows of text"),
        (("--labels", "-m", LIBRARY), "rows of text"),
        (("--paper", "slide", "-m", LIBRARY), "rows of text"),
    ):
        assert f"as {shown}" in drawn(*words)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ("--layout page --group voice", "--group is for --layout cards"),
        ("--layout cards --columns 2", "--columns is for --layout page"),
        ("--direction left --labels", "--direction is for cards, and --labels for a page"),
        ("--width 800 --paper a4", "the paper has a width"),
        ("--paper a4", "takes 2 sheets of a4, and svg has room for one"),
    ],
)
def test_what_does_not_go_together_is_refused(options: str, said: str) -> None:
    result = argmap("export", "-f", "svg", *options.split())
    assert (result.status, result.out) == (2, "")
    assert said in result.err


def test_options_of_pages_are_refused_elsewhere() -> None:
    for option in ("--layout page", "--width 800", "--columns 2", "--paper a4", "--labels"):
        result = argmap("export", "-f", "yaml", *option.split())
        assert (result.status, result.out) == (2, "")
        assert f"{option.split()[0]} is for pictures, and yaml is not one" in result.err


def test_a_part_says_what_it_is_a_part_of() -> None:
    result = argmap("export", "stopgap", "-d", "2", "-f", "svg", "--layout", "page")
    root = parsed(result.out.encode())
    assert 5 < len(groups(root, "claim")) < 30
    assert "a part of the map" in result.out
    assert "+1" in "".join(root.itertext())


def test_suppositions_are_shown() -> None:
    result = argmap("export", "-f", "svg", "--assume", "stopgap", "--reject", "phone-call")
    assert "assumed, whatever bears on it: stopgap" in result.out
    root = parsed(result.out.encode())
    shown = {g.get("data-claim"): "".join(g.itertext()) for g in groups(root, "claim")}
    assert "assumed" in shown["stopgap"]
    assert "rejected" in shown["phone-call"]


@pytest.mark.parametrize("options", [[], ["--evaluate"], ["--labels"], ["--width", "300"]])
def test_text_can_do_nothing_in_a_page(options: list[str]) -> None:
    result = argmap("export", "-m", HOSTILE, "-f", "svg", "--layout", "page", *options)
    assert result.status == 0
    root = parsed(result.out.encode())
    assert {element.tag.rpartition("}")[2] for element in root.iter()} <= {
        *("svg", "title", "desc", "g", "rect", "path", "circle", "text", "tspan")
    }
    assert not any(
        name.startswith("on") or "href" in name for e in root.iter() for name in e.attrib
    )
    assert "\x1b" not in result.out


_ABSENT = "import sys\nfor name in {names!r}:\n    sys.modules[name] = None\n"


def without(folder: Path, names: list[str], *words: str) -> tuple[int, str, str]:
    """Run a command as if some packages were not installed."""
    (folder / "sitecustomize.py").write_text(_ABSENT.format(names=names), encoding="utf-8")
    return argmap_process(*words, cwd=folder, PYTHONPATH=f"{folder}:{ROOT}")


def test_a_page_needs_no_graphviz(tmp_path: Path) -> None:
    for name in ("svg", "png", "pdf"):
        words = ["export", "-m", LIBRARY, "-o", f"map.{name}"]
        status, _, err = without(tmp_path, ["pygraphviz", "pypdf"], *words)
        assert status == 0, err
    assert "as rows of text" in (tmp_path / "map.svg").read_text(encoding="utf-8")


def test_an_svg_of_a_page_needs_no_extra(tmp_path: Path) -> None:
    absent = ["pygraphviz", "typst", "font_source_sans_pro"]
    assert without(tmp_path, absent, "export", "-o", "map.svg")[0] == 0
    for name in ("png", "pdf"):
        status, out, err = without(tmp_path, absent, "export", "-o", f"map.{name}")
        assert (status, out) == (2, "")
        assert "a page in png or pdf needs typst, which is not installed" in err
        assert f"install it with: {sys.executable} -m pip install 'argmap[draw]'" in err
        assert not (tmp_path / f"map.{name}").exists()


def test_uses_that_are_left_out_are_counted(tmp_path: Path) -> None:
    names = "".join(f"  c{n}: Claim {n}.\n" for n in range(14))
    uses = "".join(
        f"  - {{from: c{n}, supports: {to}}}\n" for n in range(12) for to in ("c12", "c13")
    )
    path = tmp_path / "map.yaml"
    path.write_text(f"argmap: 1\nclaims:\n{names}relations:\n{uses}", encoding="utf-8")
    result = argmap("export", "-m", str(path), "-f", "svg", "--layout", "page")
    assert "4 more" in result.out
    assert "4 uses of claims beyond eight each" in result.err
