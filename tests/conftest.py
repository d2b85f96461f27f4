"""How many examples the laws are tried with, and which.

The plain run draws few, other ones each time. ``--hypothesis-profile=ci`` draws many,
alike each time; ``--hypothesis-profile=fresh`` draws many other ones, and prints the
seed with which they are drawn again.
"""

from __future__ import annotations

import random

import pytest
from hypothesis import HealthCheck, settings

# How long an example takes says more of the machine than of what is tested.
_ANY = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("plain", _ANY, max_examples=25)
settings.register_profile("ci", _ANY, max_examples=200, derandomize=True, print_blob=True)
settings.register_profile("fresh", _ANY, max_examples=200, print_blob=True)
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
