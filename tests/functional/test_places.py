"""Places that have names, from the file to what people see."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support import MAPS, argmap
from support.strategies import PLACE_NAMES

from argmap import load, loads

NAMES = str(MAPS / "named-places.yaml")


def test_claims_are_listed_by_their_places_numbers_first() -> None:
    lines = argmap("list", "--sort", "at", "-m", NAMES).out.splitlines()
    assert [line.split("\t")[0] for line in lines] == [
        *("keep", "dear", "wheel", "filmed", "drawn", "roof", "loved"),
    ]
    assert lines[0].split("\t")[3] == "1, II.4, 3-4"


def test_a_legend_says_what_numbers_and_names_are() -> None:
    legend = argmap("tree", "-m", NAMES).out.splitlines()[-1]
    assert legend.endswith("n: page  other places by name")
    legend = argmap("tree", "roof", "-m", NAMES).out
    assert "n: page" not in legend


@pytest.mark.parametrize("format", ["text", "markdown", "json"])
def test_a_difference_in_places_is_reported(format: str, tmp_path: Path) -> None:
    new = tmp_path / "new.yaml"
    new.write_text(Path(NAMES).read_text("utf-8").replace("II.4, 3-4", "II.5, 3"), "utf-8")
    result = argmap("diff", NAMES, str(new), "-f", format)
    assert result.status == 1
    if format == "json":
        (claim,) = json.loads(result.out)["claims"]["changed"]
        assert claim["fields"] == [
            {"field": "at", "old": [1, "II.4", "3-4"], "new": [1, "II.5", 3]}
        ]
    else:
        assert "1, II.4, 3-4" in result.out
        assert "1, II.5, 3" in result.out


def test_places_are_merged_and_a_conflict_in_them_is_shown(tmp_path: Path) -> None:
    base = Path(NAMES).read_text("utf-8")
    ours, theirs = tmp_path / "ours.yaml", tmp_path / "theirs.yaml"
    ours.write_text(base.replace("at: II.10", "at: [II.11, 7]"), "utf-8")
    theirs.write_text(base.replace("at: 2}", "at: Preface}"), "utf-8")
    merged = loads(argmap("merge", NAMES, str(ours), str(theirs)).out).claims
    assert (merged["roof"].place, merged["dear"].place) == ("II.11, 7", "Preface")
    theirs.write_text(base.replace("at: II.10", "at: II.12"), "utf-8")
    result = argmap("merge", NAMES, str(ours), str(theirs))
    assert result.status == 1
    assert "II.11, 7" in result.out + result.err
    assert "II.12" in result.out + result.err


@pytest.mark.parametrize("name", PLACE_NAMES)
@pytest.mark.parametrize("suffix", [".yaml", ".json"])
def test_a_place_that_is_set_is_read_back(name: str, suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"map{suffix}"
    path.write_text('{"argmap": 1, "claims": {"a": {"text": "A."}}}\n', "utf-8")
    result = argmap("set", "a", f"at=3 – 4, {name}", "-m", str(path))
    assert result.status == 0
    assert load(path).claims["a"].place == f"3-4, {name}"


def test_a_name_is_no_place_beyond_the_source(tmp_path: Path) -> None:
    text = tmp_path / "mill.txt"
    text.write_text(
        "[1] The mill.\n\n[2] It is dear.\n\n[3] It is kept.\n\n[4] So be it.\n", "utf-8"
    )
    result = argmap("check", NAMES, "--source", str(text), "--json")
    rules = {finding["code"] for finding in json.loads(result.out)}
    assert rules == {"ground-without-place"}
