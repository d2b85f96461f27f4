"""A file is replaced whole or not at all, and nothing that belongs to it is lost."""

from __future__ import annotations

import errno
import os
import shutil
import stat
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from support import COMMAND, argmap, bash, environment, python
from support.replacing import NOBODY, OLD, edited, left_in

from argmap.documents._overwriting import MARK
from argmap.errors import ArgmapError
from argmap.formats import write_bytes

EDITS = ["add", "link", "unlink", "set", "rename", "remove"]


def belongings(path: Path) -> tuple[int, int, int, dict[str, bytes]]:
    """Return owner, group, mode and attributes of a file."""
    found = path.stat()
    attributes = {name: os.getxattr(path, name) for name in os.listxattr(path)}
    return found.st_uid, found.st_gid, found.st_mode, attributes


@pytest.fixture
def open_file() -> Iterator[Path]:
    """Return a map in a folder that others may enter, as no folder of pytest's is for long."""
    with TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        path = Path(folder, "map.yaml")
        path.write_text(OLD, encoding="utf-8")
        yield path


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
def test_a_file_that_one_may_not_write_stays(open_file: Path) -> None:
    """Though it is in a folder of one's own, where it could be replaced."""
    os.chown(open_file.parent, NOBODY, NOBODY)
    before = open_file.stat().st_ino, belongings(open_file)
    status, said = edited_by_nobody(open_file)
    assert (status, "the file is read-only" in said) == (2, True), said
    assert (open_file.stat().st_ino, belongings(open_file)) == before
    assert open_file.read_text() == OLD
    assert left_in(open_file.parent) == ["map.yaml"]


@root_alone
def test_a_file_of_somebody_else_s_is_written_in_place(open_file: Path) -> None:
    """It may be written, but a new one would have another owner."""
    os.chown(open_file.parent, NOBODY, NOBODY)
    open_file.chmod(0o666)
    before = open_file.stat()
    status, said = edited_by_nobody(open_file)
    assert status == 0, said
    after = open_file.stat()
    assert (after.st_ino, after.st_uid, after.st_mode) == (
        *(before.st_ino, before.st_uid, before.st_mode),
    )
    assert "Label" in open_file.read_text()
    assert left_in(open_file.parent) == ["map.yaml"]


@root_alone
def test_what_can_be_neither_replaced_nor_copied_is_refused(open_file: Path) -> None:
    """In a folder where nothing can be put there is no safe way, and the reason is said."""
    open_file.chmod(0o666)
    status, said = edited_by_nobody(open_file)
    assert status == 2
    assert "cannot write" in said
    assert "permission denied" in said
    assert open_file.read_text() == OLD


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
    reported = argmap("export", "-f", "json").out
    assert (tmp_path / "log").read_text() == f"precious\n{reported}after\n"
    assert (tmp_path / "log").stat().st_ino == inode


def test_the_open_file_of_another_process_is_added_to(tmp_path: Path) -> None:
    """There is no writing where it stands, but nothing in it is lost."""
    script = "exec 5> log; echo precious >&5; argmap export -f json -o /proc/$$/fd/5"
    assert bash(script, tmp_path).returncode == 0
    reported = argmap("export", "-f", "json").out
    assert (tmp_path / "log").read_text() == f"precious\n{reported}"


@pytest.mark.parametrize("command", ["schema -o", "export -f yaml -o", "export -f png -o"])
def test_every_output_may_be_the_standard_one(command: str, tmp_path: Path) -> None:
    """-o /dev/stdout is what -o - is."""
    (tmp_path / "log").write_text("precious\n")
    assert bash(f"argmap {command} /dev/stdout >> log", tmp_path).returncode == 0
    assert (tmp_path / "log").read_bytes().startswith(b"precious\n")
    assert "error" not in bash(f"argmap {command} /dev/stdout | true", tmp_path).stderr


@pytest.mark.slow
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
