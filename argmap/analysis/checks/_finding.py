"""What a rule finds, and how grave it is."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from argmap.model import Location


class Severity(StrEnum):
    """How grave a finding is: an error, something to look at, or a matter of style."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


class Found(NamedTuple):
    """What a rule says of one thing: a sentence, and what to do about it.

    ``owner`` is the id of the claim or relation it is about, None for the whole
    map; ``related`` are the ids of others that it takes to see why. ``part`` are
    the keys that lead from the owner to what it is about, as far as there are any;
    ``location`` is its place in the file where that is none of a key. ``severity`` is
    given where it is not that of the rule.
    """

    owner: str | None
    message: str
    hint: str | None = None
    related: tuple[str, ...] = ()
    part: tuple[str, ...] = ()
    location: Location | None = None
    severity: Severity | None = None


class Finding(NamedTuple):
    """A finding with the rule it comes from, by its code."""

    code: str
    severity: Severity
    found: Found
