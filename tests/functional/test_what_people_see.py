"""Snapshots of every command, in terminals of two widths."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

import pytest
from rich.cells import cell_len
from support import ROOT, argmap, in_terminal

MAPS = "tests/functional/maps/"
CASES = {
    "list": "list --kind thesis --kind theory",
    "list-unbacked": "list --unbacked",
    "list-ascii": f"list -m {MAPS}library.yaml --charset ascii",
    "overview": "overview",
    "overview-library": f"overview -m {MAPS}library.yaml",
    "overview-ascii": f"overview -m {MAPS}cyclic.yaml --charset ascii",
    "overview-hostile": f"overview -m {MAPS}hostile.yaml",
    "overview-empty": f"overview -m {MAPS}empty.yaml",
    "show": "show cognitive-community stopgap",
    "show-library": f"show volunteers workers -m {MAPS}library.yaml",
    "tree-depth-2": "tree --depth 2",
    "tree-whole": "tree",
    "tree-claim": "tree stopgap",
    "tree-inverted": "tree power-only joint-interest --invert",
    "tree-supports": "tree fragility -e supports",
    "tree-library": f"tree -m {MAPS}library.yaml",
    "tree-cyclic": f"tree -m {MAPS}cyclic.yaml",
    "tree-cyclic-inverted": f"tree -m {MAPS}cyclic.yaml --invert",
    "tree-ascii": f"tree -m {MAPS}cyclic.yaml --charset ascii",
    "tree-hostile": f"tree -m {MAPS}hostile.yaml",
    "trace-supports": "trace phone-call cognitive-community",
    "trace-defends": "trace never-tested open-trend",
    "trace-ends": "trace us-alliances",
    "trace-all": "trace --to no-split --all --limit 2",
    "trace-none": "trace no-split cognitive-community",
    "broken": f"tree -m {MAPS}broken.yaml",
    "unknown-claim": "show cognitive-comunity",
    "help": "--help",
    "help-list": "list --help",
    "help-overview": "overview --help",
    "help-show": "show --help",
    "help-tree": "tree --help",
    "help-trace": "trace --help",
    "help-export": "export --help",
    "help-formats": "formats --help",
    "formats": "formats",
    "help-evaluate": "evaluate --help",
    "help-why": "why --help",
    "help-cruxes": "cruxes --help",
    "evaluate": "evaluate no-split quasi-alliance world-order-chaos",
    "evaluate-status": "evaluate --status out --charset ascii",
    "evaluate-preferred": "evaluate --semantics preferred --status undecided",
    "evaluate-strengths": "evaluate --semantics df-quad --sort status no-split phone-call",
    "evaluate-groups": "evaluate",
    "evaluate-groups-ascii": f"evaluate -m {MAPS}cyclic.yaml --charset ascii",
    "evaluate-some": f"evaluate -m {MAPS}standoff.yaml --semantics preferred",
    "evaluate-below": f"evaluate -m {MAPS}standoff.yaml --semantics df-quad",
    "evaluate-all-claims": f"evaluate -m {MAPS}no-labels.yaml --all-claims",
    "evaluate-extensions": f"evaluate -m {MAPS}standoff.yaml --semantics preferred --all",
    "evaluate-check": f"evaluate --check -m {MAPS}standoff.yaml",
    "tree-evaluated": "tree no-split open-trend --depth 2 --evaluate",
    "tree-strengths": f"tree -m {MAPS}standoff.yaml --semantics quadratic-energy",
    "tree-evaluated-ascii": f"tree -m {MAPS}cyclic.yaml --evaluate --charset ascii",
    "why-main": f"why -m {MAPS}standoff.yaml",
    "cruxes-main": f"cruxes -m {MAPS}standoff.yaml",
    "why-in": "why open-trend",
    "why-others": "why cognitive-community",
    "why-out": "why end-of-history --charset ascii",
    "why-undercut": f"why dredge --reject untested --reject barrier -m {MAPS}standoff.yaml",
    "why-undecided": "why fragility",
    "why-preferred": "why no-split --semantics preferred",
    "why-fixed": "why no-split --assume eventual-split",
    "why-circular": f"why hen -m {MAPS}cyclic.yaml",
    "why-strength": "why cognitive-community --semantics df-quad",
    "cruxes-one": "cruxes no-split",
    "cruxes-two": "cruxes two-tones",
    "cruxes-none": "cruxes phone-call",
    "why-weighed": f"why sundays -s carneades -m {MAPS}balance.yaml",
    "why-outweighed": f"why beyond -s carneades -m {MAPS}balance.yaml --charset ascii",
    "cruxes-weighed": f"cruxes saturdays -s carneades -m {MAPS}balance.yaml",
    "tree-weighed": f"tree --long -s carneades -m {MAPS}balance.yaml",
    "cruxes-leverage": "cruxes cognitive-community --semantics euler-based",
}


@pytest.mark.parametrize("name", CASES)
def test_in_a_terminal(
    name: str, matches: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    matches(name, in_terminal(*CASES[name].split(), columns=100, NO_COLOR="1"))


NARROW = ["overview", "overview-library", "list", "tree-claim", "tree-whole", "trace-defends"]
NARROW += ["broken", "evaluate-groups"]


@pytest.mark.parametrize("name", NARROW)
def test_in_a_narrow_terminal(
    name: str, matches: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    shown = in_terminal(*CASES[name].split(), columns=80, TERM="dumb")
    assert "\x1b" not in shown
    assert all(len(line) <= 80 for line in shown.splitlines())
    matches(f"{name}-80", shown)


@pytest.mark.parametrize("columns", [30, 60, 80, 100])
def test_a_list_has_a_table_or_two_lines_a_claim(
    columns: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A table wraps and never cuts; two lines are cut at the edge of a narrow terminal."""
    monkeypatch.chdir(ROOT)
    words = f"list -m {MAPS}no-labels.yaml".split()
    shown = in_terminal(*words, columns=columns, NO_COLOR="1", TERM="xterm")
    lines = re.sub(r"\x1b\[[0-9;]*m", "", shown).splitlines()
    assert all(cell_len(line) <= columns for line in lines)
    piped = argmap(*words).out
    if columns < 100:
        assert len(lines) == 2 * len(piped.splitlines())
        ids = [line.split("\t")[0] for line in piped.splitlines()]
        assert [line.split()[0] for line in lines[1::2]] == ids
    else:
        assert not Counter("".join(piped.split())) - Counter("".join("".join(lines).split()))


@pytest.mark.parametrize("name", ["tree-whole", "show", "trace-all"])
def test_text_in_a_terminal_is_what_a_pipe_gets(name: str) -> None:
    words = CASES[name].split()
    piped = argmap(*words, COLUMNS="40")
    shown = in_terminal(*words, "-f", "text", columns=40)
    assert shown.startswith(piped.out)
    assert "\x1b" not in piped.out


COLOURED = {
    "overview": f"overview -m {MAPS}standoff.yaml",
    "list": "list --kind thesis --kind theory",
    "show": f"show volunteers workers -m {MAPS}library.yaml",
    "tree": f"tree -m {MAPS}standoff.yaml --evaluate",
    "tree-hostile": f"tree -m {MAPS}hostile.yaml",
    "trace": f"trace volunteers open -m {MAPS}library.yaml",
    "evaluate": f"evaluate -m {MAPS}standoff.yaml --semantics preferred --all",
    "expectations": f"evaluate --check -m {MAPS}standoff.yaml",
    "why": f"why dredge -m {MAPS}standoff.yaml",
    "cruxes": "cruxes cognitive-community",
    "check": f"check {MAPS}check-everything.yaml",
    "diff": f"diff {MAPS}diff-old.yaml {MAPS}diff-new.yaml",
    "stats": f"stats -m {MAPS}library.yaml",
}


@pytest.mark.parametrize("name", COLOURED)
def test_in_colour(
    name: str, matches: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each part in its style; codes of colour are written ``‹31›``."""
    monkeypatch.chdir(ROOT)
    shown = argmap(*COLOURED[name].split(), FORCE_COLOR="1", COLUMNS="100").out
    matches(f"colour-{name}", re.sub(r"\x1b\[([\d;]*)m", r"‹\1›", shown))


def test_colour_follows_the_environment() -> None:
    green = "\x1b[32m"
    assert green in in_terminal("tree")
    assert green not in in_terminal("tree", NO_COLOR="1")
    forced = argmap("tree", FORCE_COLOR="1")
    assert green in forced.out
    assert len(forced.out.splitlines()) == len(argmap("tree").out.splitlines())


def test_a_long_hint_stays_indented() -> None:
    shown = in_terminal("show", "zzz", columns=50, NO_COLOR="1", TERM="dumb")
    first, *rest = shown.splitlines()
    assert first == "argmap: error: there is no claim 'zzz'"
    assert len(rest) > 2
    assert all(line.startswith("    ") and len(line) <= 50 for line in rest)
