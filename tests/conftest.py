"""Snapshots, and how many examples the laws are tried with.

Snapshots, of what people see, are stored beside the tests;
``ARGMAP_UPDATE_SNAPSHOTS=1 pytest`` writes them anew; look at the diff.

The plain run draws few, other ones each time; ``--hypothesis-profile=ci`` draws as few,
alike each time, for it also measures coverage. ``--hypothesis-profile=fresh`` draws many
other ones, and prints the seed with which they are drawn again.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, settings
from support import ROOT

# How long an example takes says more of the machine than of what is tested.
_ANY = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("plain", _ANY, max_examples=25)
settings.register_profile("ci", _ANY, max_examples=12, derandomize=True, print_blob=True)
settings.register_profile("fresh", _ANY, max_examples=60, print_blob=True)
settings.load_profile("plain")


@pytest.hookimpl(tryfirst=True)  # before hypothesis reads the options
def pytest_configure(config: pytest.Config) -> None:
    """Choose the seed of the profile ``fresh`` where none is given; workers are handed it."""
    option = config.option
    if option.hypothesis_profile == "fresh" and option.hypothesis_seed is None:
        option.hypothesis_seed = str(random.SystemRandom().getrandbits(32))


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Print how to draw the examples of the profile ``fresh`` again."""
    if config.option.hypothesis_profile == "fresh":
        again = f"--hypothesis-profile=fresh --hypothesis-seed={config.option.hypothesis_seed}"
        terminalreporter.write_line(f"drawn again with {again}")


@pytest.fixture
def matches() -> Callable[[str, str], None]:
    """Return a function that compares a text with the snapshot of a name."""

    def compare(name: str, text: str) -> None:
        path = ROOT / "tests" / "snapshots" / f"{name}.txt"
        text = text.replace(str(ROOT), "ROOT")
        if os.environ.get("ARGMAP_UPDATE_SNAPSHOTS") == "1":
            path.write_text(text, encoding="utf-8")
        assert path.exists(), (
            f"there is no {path.relative_to(ROOT)}: ARGMAP_UPDATE_SNAPSHOTS=1 writes it; "
            "read whether it says what it should"
        )
        assert text == path.read_text(encoding="utf-8"), (
            f"what people see is no longer {path.relative_to(ROOT)}; if that is meant, refresh it "
            "with ARGMAP_UPDATE_SNAPSHOTS=1 and read the diff"
        )

    return compare
