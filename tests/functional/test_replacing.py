"""A file is replaced whole or not at all, and nothing that belongs to it is lost."""

from __future__ import annotations

import errno
import fcntl
import json
import os
import shutil
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import COMMAND, Result, argmap, bash, environment, python, started

from argmap import load
from argmap.documents import _locking
from argmap.documents._locking import locked
from argmap.documents._overwriting import MARK, Copy
from argmap.documents._replacing import clear, recover
from argmap.errors import ArgmapError
from argmap.formats import write_bytes

OLD = "argmap: 1\nclaims:\n  a: A holds.\n"
EDITS = ["add", "link", "unlink", "set", "rename", "remove"]
NOBODY = 65534


@pytest.fixture
def map_file(tmp_path: Path) -> Path:
    """Return a map in a folder of its own."""
    path = tmp_path / "folder" / "map.yaml"
    path.parent.mkdir()
    path.write_text(OLD, encoding="utf-8")
    return path


def edited(path: Path) -> Result:
    """Set a label in a map."""
    return argmap("set", "a", "label=Label", "-m", str(path))


def left_in(folder: Path) -> list[str]:
    """Return the names in a folder."""
    return sorted(entry.name for entry in folder.iterdir())


def belongings(path: Path) -> tuple[int, int, int, dict[str, bytes]]:
    """Return owner, group, mode and attributes of a file."""
    found = path.stat()
    attributes = {name: os.getxattr(path, name) for name in os.listxattr(path)}
    return found.st_uid, found.st_gid, found.st_mode, attributes


root_alone = pytest.mark.skipif(os.geteuid() != 0, reason="needs root")


def edited_by_nobody(path: Path) -> tuple[int, str]:
    """Set a label as a user who owns nothing; return the status and what is said.

    The process is that of root until all is loaded, which others may not be able to read.
    """
    words = ["set", "a", "label=Label", "-m", str(path)]
    script = (
        "import os, sys; from argmap.cli import run\n"
        f"run({[*words, '--dry-run']!r})\n"
        f"os.setgroups([]); os.setresgid({NOBODY}, {NOBODY}, {NOBODY})\n"
        f"os.setresuid({NOBODY}, {NOBODY}, {NOBODY}); sys.exit(run({words!r}))\n"
    )
    for folder in path.parents[:5]:  # a temporary folder is closed to others
        folder.chmod(folder.stat().st_mode | 0o755)
    done = python(script)
    return done.returncode, done.stderr


# What belongs to a file.


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o644, 0o666, 0o755, 0o4755, 0o2775])
def test_the_mode_is_kept(mode: int, map_file: Path) -> None:
    """All of it, whatever the umask."""
    map_file.chmod(mode)
    assert edited(map_file).status == 0
    assert stat.S_IMODE(map_file.stat().st_mode) == mode
    assert "Label" in map_file.read_text()


@root_alone
@pytest.mark.parametrize("mode", [0o644, 0o4755])
def test_owner_and_group_are_kept(mode: int, map_file: Path) -> None:
    """Root edits a file of somebody else's, which stays theirs, setuid or not."""
    os.chown(map_file, 1234, 4321)
    map_file.chmod(mode)
    before, inode = belongings(map_file), map_file.stat().st_ino
    assert edited(map_file).status == 0
    assert belongings(map_file) == before
    assert map_file.stat().st_ino != inode  # it was replaced, so that no kill leaves half of it


def test_attributes_and_access_lists_are_kept(map_file: Path) -> None:
    """Extended attributes are those of the old file, and an access list is one of them."""
    os.setxattr(map_file, "user.note", b"mine")
    if shutil.which("setfacl"):
        subprocess.run(["setfacl", "-m", "u:1234:rw", map_file], check=True)
        subprocess.run(["setfacl", "-d", "-m", "u:99:rw", map_file.parent], check=True)
    before, inode = belongings(map_file), map_file.stat().st_ino
    assert edited(map_file).status == 0
    assert belongings(map_file) == before
    assert map_file.stat().st_ino != inode


def test_hard_links_are_kept(map_file: Path, tmp_path: Path) -> None:
    """Both names have the new content, and nothing else is left."""
    other = tmp_path / "other.yaml"
    os.link(map_file, other)
    assert edited(map_file).status == 0
    assert other.samefile(map_file)
    assert "Label" in other.read_text()
    assert left_in(map_file.parent) == ["map.yaml"]


def test_links_are_followed(map_file: Path, tmp_path: Path) -> None:
    """A link stays one."""
    link = tmp_path / "link.yaml"
    link.symlink_to("folder/map.yaml")
    assert edited(link).status == 0
    assert link.is_symlink()
    assert "Label" in map_file.read_text()


@pytest.mark.parametrize("length", [5, 244, 250, 255])
def test_long_names_can_be_edited(length: int, map_file: Path) -> None:
    """As long as the file system takes them."""
    path = map_file.rename(map_file.with_name("m" * (length - 5) + ".yaml"))
    assert edited(path).status == 0
    assert "Label" in path.read_text()


@root_alone
def test_a_file_that_one_may_not_write_stays(map_file: Path) -> None:
    """Though it is in a folder of one's own, where it could be replaced."""
    os.chown(map_file.parent, NOBODY, NOBODY)
    before = map_file.stat().st_ino, belongings(map_file)
    status, said = edited_by_nobody(map_file)
    assert (status, "the file is read-only" in said) == (2, True), said
    assert (map_file.stat().st_ino, belongings(map_file)) == before
    assert map_file.read_text() == OLD
    assert left_in(map_file.parent) == ["map.yaml"]


@root_alone
def test_a_file_of_somebody_else_s_is_written_in_place(map_file: Path) -> None:
    """It may be written, but a new one would have another owner."""
    os.chown(map_file.parent, NOBODY, NOBODY)
    map_file.chmod(0o666)
    before = map_file.stat()
    status, said = edited_by_nobody(map_file)
    assert status == 0, said
    after = map_file.stat()
    assert (after.st_ino, after.st_uid, after.st_mode) == (
        *(before.st_ino, before.st_uid, before.st_mode),
    )
    assert "Label" in map_file.read_text()
    assert left_in(map_file.parent) == ["map.yaml"]


@root_alone
def test_what_can_be_neither_replaced_nor_copied_is_refused(map_file: Path) -> None:
    """In a folder where nothing can be put there is no safe way, and the reason is said."""
    map_file.chmod(0o666)
    status, said = edited_by_nobody(map_file)
    assert status == 2
    assert "cannot write" in said
    assert "permission denied" in said
    assert map_file.read_text() == OLD


# Open files, pipes and devices.


@pytest.mark.parametrize(
    "name",
    ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", "/proc/thread-self/fd/1", "link", "/dev/fd/3"],
)
def test_an_open_file_is_written_to_where_it_stands(name: str, tmp_path: Path) -> None:
    """Output that is appended to a file stays appended, and the file the same one."""
    (tmp_path / "link").symlink_to("/dev/stdout")
    (tmp_path / "log").write_text("precious\n")
    inode = (tmp_path / "log").stat().st_ino
    where = "3>> log" if name.endswith("3") else ">> log"
    done = bash(f"argmap export -f json -o {name} {where}; echo after >> log", tmp_path)
    assert (done.returncode, done.stderr.count("error")) == (0, 0), done.stderr
    told = argmap("export", "-f", "json").out
    assert (tmp_path / "log").read_text() == f"precious\n{told}after\n"
    assert (tmp_path / "log").stat().st_ino == inode


def test_the_open_file_of_another_process_is_added_to(tmp_path: Path) -> None:
    """There is no writing where it stands, but nothing in it is lost."""
    script = "exec 5> log; echo precious >&5; argmap export -f json -o /proc/$$/fd/5"
    assert bash(script, tmp_path).returncode == 0
    told = argmap("export", "-f", "json").out
    assert (tmp_path / "log").read_text() == f"precious\n{told}"


@pytest.mark.parametrize("command", ["schema -o", "export -f yaml -o", "export -f png -o"])
def test_every_output_may_be_the_standard_one(command: str, tmp_path: Path) -> None:
    """-o /dev/stdout is what -o - is."""
    (tmp_path / "log").write_text("precious\n")
    assert bash(f"argmap {command} /dev/stdout >> log", tmp_path).returncode == 0
    assert (tmp_path / "log").read_bytes().startswith(b"precious\n")
    assert "error" not in bash(f"argmap {command} /dev/stdout | true", tmp_path).stderr


@pytest.mark.parametrize("command", EDITS)
@pytest.mark.parametrize(
    "kind", ["fifo", "/dev/stdin", "/dev/fd/0", "/dev/null", "/proc/self/fd/0"]
)
def test_edits_refuse_what_is_no_file_in_a_folder(command: str, kind: str, map_file: Path) -> None:
    """At once, and nothing is written."""
    words = {
        "add": "new Text.",
        "link": "a attacks a",
        "unlink": "a/a",
        "set": "a label=L",
        "rename": "a b",
        "remove": "a",
    }
    name = kind
    if kind == "fifo":
        name = str(map_file.with_name("pipe.yaml"))
        os.mkfifo(name)
    with map_file.open("rb") as stdin:
        done = subprocess.run(
            [*COMMAND, command, *words[command].split(), "-m", name],
            stdin=stdin,
            capture_output=True,
            text=True,
            check=False,
            timeout=30,
            env=environment(),
        )
    assert done.returncode == 2
    assert "cannot be changed in place" in done.stderr
    assert map_file.read_text() == OLD


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


def test_a_write_that_fails_leaves_the_old_file(
    map_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Replaced or in place, as on a disk that is full; nothing is left beside it."""
    real = os.fsync

    def full(descriptor: int) -> None:
        if stat.S_ISREG(os.fstat(descriptor).st_mode):
            monkeypatch.setattr(os, "fsync", real)  # what follows can be done again
            raise OSError(errno.ENOSPC, "No space left on device")

    for name in ("map.yaml", "other.yaml"):
        if not map_file.with_name(name).exists():
            os.link(map_file, map_file.with_name(name))
        monkeypatch.setattr(os, "fsync", full)
        with pytest.raises(ArgmapError, match="no space left"):
            write_bytes(map_file, b"new")
        monkeypatch.setattr(os, "fsync", real)
        assert map_file.read_text() == OLD
        assert [name for name in left_in(map_file.parent) if name.startswith(".")] == []


def test_nothing_is_renamed_before_it_is_on_the_disk(
    map_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file is synced, then renamed, then its folder is synced."""
    done: list[str] = []
    sync, replace = os.fsync, Path.replace
    kinds = {stat.S_IFREG: "file", stat.S_IFDIR: "folder"}

    def synced(descriptor: int) -> None:
        done.append(kinds[stat.S_IFMT(os.fstat(descriptor).st_mode)])
        sync(descriptor)

    def replaced(path: Path, target: Path) -> Path:
        done.append("rename")
        return replace(path, target)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(Path, "replace", replaced)
    write_bytes(map_file, b"new")
    assert done == ["file", "rename", "folder"]


@contextmanager
def mounted(path: Path) -> Iterator[None]:
    """Mount a file on itself, as containers do with single files."""
    subprocess.run(["mount", "--bind", path, path], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", path], check=True)


@root_alone
def test_a_file_that_is_mounted_is_written_in_place(map_file: Path) -> None:
    """No other can be put in its place."""
    try:
        with mounted(map_file):
            assert edited(map_file).status == 0
            assert "Label" in map_file.read_text()
    except subprocess.CalledProcessError:
        pytest.skip("mounting is not allowed here")
    assert left_in(map_file.parent) == ["map.yaml"]
    assert MARK not in "".join(left_in(map_file.parent))
