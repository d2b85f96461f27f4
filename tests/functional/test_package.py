"""The package as it is installed: wheel, sdist and editable all find the bundled map."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from support import ROOT, environment

pytestmark = pytest.mark.package


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build an sdist, and from it a wheel, as a release does."""
    out = tmp_path_factory.mktemp("dist")
    subprocess.run([sys.executable, "-m", "build", "--outdir", out, ROOT], check=True)
    return out


def installed(tmp_path: Path, *what: str) -> list[list[str]]:
    """Install something into a new virtual environment; return the first words of two trees.

    They are those of the maps that come with argmap, the other of which is named.
    """
    subprocess.run([sys.executable, "-m", "venv", tmp_path / "venv"], check=True)
    binaries = tmp_path / "venv" / "bin"
    subprocess.run([binaries / "pip", "install", "-q", *what], check=True)
    trees = []
    for words in ((), ("miracles",)):
        done = subprocess.run(
            [binaries / "argmap", "tree", *words, "--depth", "0"],
            capture_output=True,
            text=True,
            check=True,
            cwd=tmp_path,
            env=environment(PYTHONPATH=""),
        )
        trees.append(done.stdout.splitlines()[0].split())
    return trees


FIRST = [
    ["No", "military", "alliance", "thesis", "…", "no-alliance", "14"],
    ["No", "testimony", "to", "rest", "a", "religion", "on", "thesis", "…", "no-foundation", "35"],
]


@pytest.mark.parametrize("pattern", ["*.whl", "*.tar.gz"])
def test_installed_from(pattern: str, built: Path, tmp_path: Path) -> None:
    (archive,) = built.glob(pattern)
    assert installed(tmp_path, str(archive)) == FIRST


def test_installed_editable(tmp_path: Path) -> None:
    assert installed(tmp_path, "-e", str(ROOT)) == FIRST
