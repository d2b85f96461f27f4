"""Two writers of one file: one waits for the other, but not forever."""

from __future__ import annotations

import errno
import fcntl
import os
import subprocess
from pathlib import Path

import pytest
from support import COMMAND, started
from support.replacing import OLD, left_in

from argmap import load
from argmap.documents import _locking
from argmap.documents._locking import locked
from argmap.errors import ArgmapError
from argmap.formats import write_bytes

# Two at once.


def test_one_waits_for_the_other(map_file: Path) -> None:
    """An edit that finds the folder locked is made when it no longer is."""
    descriptor = os.open(map_file.parent, os.O_RDONLY)
    fcntl.flock(descriptor, fcntl.LOCK_EX)
    words = [*COMMAND, "set", "a", "label=Label", "-m", str(map_file)]
    with started(words, stderr=subprocess.PIPE) as waiting:
        with pytest.raises(subprocess.TimeoutExpired):
            waiting.wait(timeout=1.5)
        map_file.write_text(OLD + "  b: B holds.\n")
        os.close(descriptor)
        _, said = waiting.communicate(timeout=30)
    assert waiting.returncode == 0, said
    assert "Label" in map_file.read_text()
    assert "B holds" in map_file.read_text()


def test_waiting_has_an_end(map_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A writer that does not end keeps nobody for ever."""
    monkeypatch.setattr(_locking, "PATIENCE", 0.1)
    descriptor = os.open(map_file.parent, os.O_RDONLY)
    fcntl.flock(descriptor, fcntl.LOCK_EX)
    with pytest.raises(ArgmapError, match="locked for"):
        write_bytes(map_file, b"new")
    os.close(descriptor)
    assert map_file.read_text() == OLD


def test_a_lock_is_kept_by_whoever_has_it(map_file: Path) -> None:
    """Within one's own lock one may write."""
    with locked(map_file) as is_alone:
        assert is_alone
        write_bytes(map_file, b"new")
    assert map_file.read_bytes() == b"new"


def test_without_locks_it_is_said(map_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file system that has none leaves it to the person; the file is compared all the same."""

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", refuse)
    with locked(map_file) as is_alone:
        assert not is_alone
        write_bytes(map_file, b"new")
    assert map_file.read_bytes() == b"new"


@pytest.mark.slow
@pytest.mark.parametrize("is_linked", [False, True])
def test_no_edit_is_lost_to_another(is_linked: bool, map_file: Path, tmp_path: Path) -> None:  # noqa: FBT001
    """A hundred pairs of edits at once, of one file by two names where there are two."""
    other = map_file
    if is_linked:
        other = tmp_path / "other.yaml"
        os.link(map_file, other)
    for number in range(100):
        words = [
            [*COMMAND, "add", f"{side}{number}", f"{side} {number}.", "-m", str(path)]
            for side, path in (("left", map_file), ("right", other))
        ]
        with started(words[0]) as left, started(words[1]) as right:
            assert (left.wait(timeout=60), right.wait(timeout=60)) == (0, 0)
        found = load(map_file).claims
        assert {f"left{number}", f"right{number}"} <= {*found}
    assert len(load(map_file).claims) == 201
    assert left_in(map_file.parent) == ["map.yaml"]
