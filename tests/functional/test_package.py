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


def installed(tmp_path: Path, *what: str) -> list[str]:
    """Install something into a new virtual environment; return what ``argmap tree`` prints."""
    subprocess.run([sys.executable, "-m", "venv", tmp_path / "venv"], check=True)
    binaries = tmp_path / "venv" / "bin"
    subprocess.run([binaries / "pip", "install", "-q", *what], check=True)
    done = subprocess.run(
        [binaries / "argmap", "tree", "--depth", "0"],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
        env=environment(PYTHONPATH=""),
    )
    return done.stdout.splitlines()[0].split()


FIRST = ["No", "military", "alliance", "thesis", "…", "no-alliance", "14"]


@pytest.mark.parametrize("pattern", ["*.whl", "*.tar.gz"])
def test_installed_from(pattern: str, built: Path, tmp_path: Path) -> None:
    (archive,) = built.glob(pattern)
    assert installed(tmp_path, str(archive)) == FIRST


def test_installed_editable(tmp_path: Path) -> None:
    assert installed(tmp_path, "-e", str(ROOT)) == FIRST
