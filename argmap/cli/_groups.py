"""The headings under which the help lists the commands."""

from __future__ import annotations

from enum import StrEnum


class Group(StrEnum):
    """What a command is for, in the order of the help."""

    LEARN = "Learn"
    LOOK = "Look at a map"
    ASK = "Ask what follows"
    WRITE = "Write a map"
    COMPARE = "Compare versions"
    EXCHANGE = "Exchange maps"
