"""The part of the benchmark that asks critical questions."""

from __future__ import annotations

import json
from pathlib import Path

from measure import COMMAND, against, process
from support.random_maps import plain, yaml_lines

# Each with a question that an undercut may raise.
_SCHEMES = {
    "expert opinion": "consistency",
    "analogy": "differences",
    "argument from sign": "other-causes",
    "Argument From Example": "typicality",
    "cause to effect": "interference",
}


def questioning(folder: Path, claims: int, runs: int) -> None:
    """Measure the critique of a map against a list of the same, which is to read it."""
    data = _with_schemes(claims)
    as_json, as_yaml = folder / "schemes.json", folder / "schemes.yaml"
    as_json.write_text(json.dumps(data), encoding="utf-8")
    as_yaml.write_text("\n".join(yaml_lines(data)) + "\n", encoding="utf-8")
    for path in (as_yaml, as_json):
        listing = process(COMMAND, "list", "-m", path)
        for words in ((), ("--cruxes",), ("--open",), ("--json",), ("claim-0", "--cruxes")):
            own = process(COMMAND, "critique", "-m", path, *words)
            case = " ".join([f"critique of {claims:,} claims in {path.suffix[1:]}", *words])
            against(case, (own, listing), 4, runs, "x list")


def _with_schemes(claims: int) -> dict[str, object]:
    """Return a map in which each support follows a scheme, and undercuts raise its questions."""
    data = plain(claims, claims * 6 // 5, "undercuts")
    raised: dict[str, str] = {}
    for number, link in enumerate(data["relations"]):
        if "supports" in link:
            link["scheme"] = tuple(_SCHEMES)[number % len(_SCHEMES)]
            raised[f"{link['from']}/{link['supports']}"] = _SCHEMES[link["scheme"]]
        elif link.get("undercuts") in raised:
            link["raises"] = raised[link["undercuts"]]
    return data
