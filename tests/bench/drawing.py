"""How long a picture takes: of 1,000 claims, as a tree and with relations at random."""

from __future__ import annotations

from pathlib import Path

from measure import against_pass
from support.random_maps import yaml_text

_SECONDS = 5 / 0.011  # when pass took 0.011 s


def drawing(folder: Path, runs: int) -> None:
    """Measure the export of maps as cards in an SVG, layout and all."""
    for shape in ("tree", "mixed"):
        path = folder / f"{shape}.yaml"
        path.write_text(yaml_text(1_000, 1_200, shape), encoding="utf-8")
        words: list[str | Path] = ["export", "-m", path, "-f", "svg", "--layout", "cards"]
        against_pass(f"export -f svg, 1,000 claims, {shape}; 5 s", words, _SECONDS, runs)
