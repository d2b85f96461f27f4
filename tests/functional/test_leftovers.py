"""What a writer that was killed leaves behind is cleared, and half a write undone."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import argmap, python, started
from support.replacing import NOBODY, OLD, edited, left_in

from argmap.documents._overwriting import Copy
from argmap.documents._replacing import clear, recover

root_alone = pytest.mark.skipif(os.geteuid() != 0, reason="needs root")


# Killed in between.


@pytest.mark.slow
@pytest.mark.parametrize("is_linked", [False, True])
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_no_kill_loses_anything(
    is_linked: bool,  # noqa: FBT001
    number: signal.Signals,
    map_file: Path,
) -> None:
    """Killed at any time, it is the old file or the new one, and the next edit clears up."""
    if is_linked:
        os.link(map_file, map_file.with_name("other.yaml"))
    names = left_in(map_file.parent)
    texts = [json.dumps({"argmap": 1, "claims": {"a": f"{at}" * 400_000}}) for at in "12"]
    map_file.write_text(texts[0], encoding="utf-8")
    script = (
        "import sys, time; from pathlib import Path; from argmap.formats import write_bytes\n"
        "from argmap.__main__ import _handle_signals; _handle_signals()\n"
        "path, *texts = (Path(word) for word in sys.argv[1:])\n"
        "texts = [text.read_bytes() for text in texts]\n"
        "print(flush=True)\n"
        "while True:\n    for text in texts: write_bytes(path, text)\n"
    )
    sources = [map_file.parent.parent / f"text-{at}" for at in "12"]
    for source, text in zip(sources, texts, strict=True):
        source.write_text(text, encoding="utf-8")
    random = Random(str(number))
    for _ in range(50):
        words = [sys.executable, "-c", script, str(map_file), *map(str, sources)]
        with started(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(random.uniform(0, 0.03))
            process.send_signal(number)
            process.wait(timeout=30)
        if number == signal.SIGTERM:
            assert left_in(map_file.parent) == names
        result = argmap("set", "a", "label=", "-m", str(map_file))
        assert result.status == 0, result.err
        assert map_file.read_text(encoding="utf-8") in texts
        assert left_in(map_file.parent) == names


@given(st.binary(max_size=12), st.binary(max_size=12), st.integers(0, 12), st.integers(0, 12))
def test_what_is_half_written_in_place_is_known(
    old: bytes, new: bytes, written: int, undone: int
) -> None:
    """Wherever it was broken off, or the undoing; what somebody has changed since is not."""
    half = new[:written] + old[min(written, len(new)) :]
    half = old[:undone] + half[min(undone, len(old)) :]
    copy = Copy.from_bytes(Copy("map.yaml", (1, 2, 3), old, new).to_bytes())
    assert copy == ("map.yaml", (1, 2, 3), old, new)
    assert copy.is_half_done(half) == (half not in {old, new})
    assert not copy.is_half_done(half + b"changed since")


_NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"  # its digest


@pytest.mark.parametrize("ending", [".copy", ".tmp"])
@pytest.mark.parametrize(
    "content",
    [
        *("", "5", "null", "[]", "{}", "[" * 100_000, "\xff", '["map.yaml", 0, "0"]\nabc'),
        f'["map.yaml", 1, 2, 3, "0", "{_NOTHING}"]\n',
        f'["../map.yaml", 1, 2, 3, 0, "{_NOTHING}"]\n',
        f'["", 1, 2, 3, 0, "{_NOTHING}"]\n',
        f'[null, 1, 2, 3, 0, "{_NOTHING}"]\n',
        f'["map.yaml", 1, 2, 3, -5, "{_NOTHING}"]\n',
    ],
)
def test_leftovers_that_mean_nothing_are_cleared(ending: str, content: str, map_file: Path) -> None:
    """Whatever they hold; the files of others are not touched."""
    map_file.with_name(f".argmap-0123{ending}").write_text(content)
    map_file.with_name(".argmap-notes").write_text(content)
    clear(map_file.parent)
    assert recover(map_file.parent) == []
    assert left_in(map_file.parent) == [".argmap-notes", "map.yaml"]
    assert map_file.read_text() == OLD


@pytest.mark.parametrize(
    "words",
    [
        *("set a label=", "set a label=New", "add new Text.", "rename a b", "remove a"),
        *("link a attacks a", "unlink a/a", "add a Text.", "export -f json -o {folder}/other.json"),
    ],
)
def test_every_edit_clears(words: str, map_file: Path) -> None:
    """Also one that changes nothing, or is refused; and whatever else writes there."""
    map_file.with_name(".argmap-0123.tmp").write_text("new")
    argmap(*words.format(folder=map_file.parent).split(), "-m", str(map_file))
    assert {*left_in(map_file.parent)} <= {"map.yaml", "other.json"}


def left_over(target: Path, named: str, old: bytes, new: bytes) -> Path:
    """Return a copy as a killed writer would have left it of a file of a name."""
    path = target.parent / ".argmap-0123.copy"
    path.touch()
    found = target.stat()
    inodes = found.st_dev, found.st_ino, path.stat().st_ino
    path.write_bytes(Copy(named, inodes, old, new).to_bytes())
    return path


def test_a_leftover_from_elsewhere_is_not_believed(map_file: Path, tmp_path: Path) -> None:
    """A folder that was unpacked or cloned has new inodes; nor is a link followed."""
    old, new = b"x" + OLD.encode()[1:], OLD.encode()[:1] + b"evil"
    left_over(map_file, "map.yaml", old, new)
    shutil.copytree(map_file.parent, tmp_path / "cloned")
    assert recover(tmp_path / "cloned") == []
    assert (tmp_path / "cloned" / "map.yaml").read_text() == OLD
    (map_file.parent / "link").symlink_to(map_file)
    left_over(map_file, "link", old, new)
    assert recover(map_file.parent) == []
    assert map_file.read_text() == OLD
    left_over(map_file, "map.yaml", old, new)
    assert recover(map_file.parent) == ["'map.yaml' was half written, and has been finished"]
    assert map_file.read_bytes() == new


def test_a_leftover_is_of_one_file_alone(map_file: Path) -> None:
    """Neither a copy of it counts, nor another file of the name."""
    old, new = b"x" + OLD.encode()[1:], OLD.encode()[:1] + b"evil"
    leftover = left_over(map_file, "map.yaml", old, new)
    shutil.copy(leftover, map_file.with_name(".argmap-4567.copy"))
    leftover.unlink()
    assert recover(map_file.parent) == []
    left_over(map_file, "map.yaml", old, new)
    map_file.rename(map_file.with_name("moved.yaml"))
    map_file.write_text(OLD)
    assert recover(map_file.parent) == []
    assert map_file.read_text() == OLD


def test_what_was_changed_since_a_kill_stays_and_is_said(map_file: Path) -> None:
    """By an editor that writes in place, or by another name in another folder."""
    left_over(map_file, "map.yaml", b"old", b"new")
    result = edited(map_file)
    assert (result.status, left_in(map_file.parent)) == (0, ["map.yaml"])
    assert "note: 'map.yaml' has been changed since an edit of it was killed" in result.err


@root_alone
def test_leftovers_of_others_are_not_believed(map_file: Path) -> None:
    """In a folder for everybody, nobody can have an edit of somebody else's write a file."""
    old = map_file.read_bytes()
    planted = left_over(map_file, "map.yaml", b"x" + old[1:], old[:1] + b"evil")
    os.chown(planted, NOBODY, NOBODY)
    assert recover(map_file.parent) == []
    assert map_file.read_bytes() == old


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_another_signal_does_not_stop_the_undoing(number: signal.Signals, map_file: Path) -> None:
    """Whoever presses Ctrl-C twice finds the file as it was."""
    os.link(map_file, map_file.with_name("other.yaml"))
    script = (
        "import os, signal, sys; from argmap.formats import write_bytes\n"
        "from argmap.__main__ import _handle_signals; _handle_signals()\n"
        "real = os.write\n"
        "def write(descriptor, data):\n"
        "    done = real(descriptor, data[:5])\n"
        f"    os.kill(os.getpid(), {int(number)})\n"
        "    return done\n"
        "os.write = write\n"
        f"write_bytes({str(map_file)!r}, b'argmap: 1\\nclaims:\\n  b: Another one holds.\\n')\n"
    )
    done = python(script)
    assert done.returncode != 0
    assert map_file.read_text() == OLD
    assert left_in(map_file.parent) == ["map.yaml", "other.yaml"]
