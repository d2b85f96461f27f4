"""What is too big, what is ended, and what is left out."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from support import COMMAND, argmap, argmap_process, python, started
from support.shapes import SHAPES
from support.typed import EDITING, WORDS

from argmap.documents import files

# What is too big, and what is ended.


@pytest.mark.parametrize("name", sorted({*WORDS} - EDITING))
def test_what_has_no_end_is_refused(name: str, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A device that never ends is read up to a limit, which is said; so is a file beyond it."""
    monkeypatch.setattr(files, "MOST_BYTES", 3 << 20)
    (here / "huge.yaml").touch()
    os.truncate(here / "huge.yaml", 1 << 40)
    for path in ("/dev/zero", "huge.yaml"):
        result = argmap(name, *WORDS[name].split(), "-m", path)
        assert (result.status, result.out) == (2, "")
        assert "has more than the 3 MB that argmap reads" in result.err


def test_the_real_limit_holds_too() -> None:
    """It is far above a map of a million claims, and far below what ends a machine."""
    assert files.MOST_BYTES >= 500_000_000
    result = argmap_process("list", "-m", "/dev/zero")
    assert result.status == 2
    assert "has more than the 512 MB" in result.err


def test_too_little_memory_is_said(here: Path) -> None:
    """Not with a traceback."""
    (here / "big.json").write_text(json.dumps({"argmap": 1, "claims": {"a": "x" * 60_000_000}}))
    script = (
        "import resource, sys\nfrom argmap.cli import run\n"
        "resource.setrlimit(resource.RLIMIT_AS, (240 << 20, 240 << 20))\n"
        "sys.exit(run(['list', '-m', 'big.json']))\n"
    )
    done = python(script, here)
    assert (done.returncode, done.stdout) == (2, "")
    assert "out of memory" in done.stderr


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_command_that_is_ended_leaves_no_graphviz(number: signal.Signals, here: Path) -> None:
    """What draws for it ends with it, and nothing is written."""
    (here / "dense.json").write_text(json.dumps(_dag(24)))
    words = [*COMMAND, "export", "-m", "dense.json", "-o", "map.svg"]
    end = time.monotonic() + 20
    with started(words, here, stderr=subprocess.DEVNULL) as process:
        while not (children := drawing(process.pid)):
            assert process.poll() is None
            assert time.monotonic() < end
            time.sleep(0.02)
        time.sleep(0.3)
        process.send_signal(number)
        process.wait(timeout=20)
    assert process.returncode == (130 if number == signal.SIGINT else -number)
    while any(is_running(child) for child in children):
        assert time.monotonic() < end, "it is running still"
        time.sleep(0.02)
    assert not (here / "map.svg").exists()


def _dag(size: int) -> dict[str, Any]:
    """Return a map that Graphviz is busy with for minutes."""
    claims = {f"c{number}": f"Claim {number}." for number in range(size)}
    pairs = [(a, b) for a, b in product(range(size), repeat=2) if b < a]
    return {
        "argmap": 1,
        "claims": claims,
        "relations": [{"from": f"c{a}", "supports": f"c{b}"} for a, b in pairs],
    }


def drawing(parent: int) -> list[int]:
    """Return the processes that draw for another, once they are at it."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            status = (entry / "stat").read_text(errors="replace")
            words = (entry / "cmdline").read_text(errors="replace")
        except OSError:
            continue
        if int(status.rpartition(")")[2].split()[1]) == parent and "child.py" in words:
            found.append(int(entry.name))
    return found


def is_running(process: int) -> bool:
    """Return whether a process is there, and not only waits to be counted."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_limits_are_said(here: Path) -> None:
    """Where something is left out for its number, that is printed, and how to see more."""
    for shape in ("ladder", "standoffs"):
        (here / f"{shape}.json").write_text(json.dumps(SHAPES[shape]()))
    tree = argmap("tree", "--no-dedupe", "-m", "ladder.json", "-f", "text")
    assert len(tree.out.splitlines()) == 802
    assert "(-) cut off: --limit shows more" in tree.out
    assert "(-)" not in argmap("tree", "-m", "ladder.json").out
    few = argmap("tree", "--no-dedupe", "-m", "ladder.json", "--limit", "3", "--json")
    assert few.out.count('"mark": "limit"') == 1
    assert few.out.count('"claim"') == 3
    words = ["evaluate", "--all", "--semantics", "complete", "-m", "standoffs.json"]
    assert "there are more complete extensions: raise --limit" in argmap(*words).err
    assert json.loads(argmap(*words, "--json").out)["more"] is True
    assert len(json.loads(argmap(*words, "--json", "-n", "7").out)["extensions"]) == 7
    relations = [{"from": "c", "attacks": "b"}, {"from": "b", "attacks": "a"}]
    data = {"argmap": 1, "claims": dict.fromkeys("abc", "Text."), "relations": relations}
    (here / "defended.json").write_text(json.dumps(data))
    sets = ["cruxes", "a", "-m", "defended.json"]
    found = json.loads(argmap(*sets, "--json").out)
    assert (len(found["sets"]), found["more"]) == (2, 0)
    found = json.loads(argmap(*sets, "--json", "--limit", "1").out)
    assert (len(found["sets"]), found["more"]) == (1, 1)
    assert "1 more set: raise --limit to see them" in argmap(*sets, "--limit", "1").err
