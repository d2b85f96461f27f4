"""A small map, and what each command needs besides it."""

from __future__ import annotations

WORDS = {
    "list": "",
    "tree": "open",
    "show": "open",
    "trace": "survey open",
    "read": "",
    "stats": "",
    "overview": "",
    "check": "",
    "evaluate": "open",
    "why": "open",
    "cruxes": "open",
    "critique": "open",
    "schemes": "",
    "export": "open",
    "add": "new Text.",
    "set": "open label=Label",
    "link": "open attacks survey",
    "unlink": "survey/open",
    "rename": "open opened",
    "remove": "survey --cascade",
}


EDITING = {"add", "set", "link", "unlink", "rename", "remove"}


TEXT = """\
argmap: 1
claims:
  open: {text: The library should open., kind: thesis}
  survey: A survey found demand.
relations:
  - {from: survey, supports: open}
"""
