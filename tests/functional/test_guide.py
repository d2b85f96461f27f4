"""``argmap guide``: short guides, every example of which does what it says."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import ROOT, argmap
from support.examples import blocks, hold, refreshed

from argmap.analysis.tree import Mark
from argmap.views.guides import COLUMNS, guides
from argmap.views.theme import ASCII, UNICODE

FOLDER = ROOT / "argmap" / "views" / "guides"
FILES = sorted(FOLDER.glob("*.md"), key=lambda file: int(file.stem.partition("-")[0]))
SCREEN = 54  # lines that a guide takes at the most, on a terminal of 80 columns


@pytest.mark.parametrize(
    "file",
    [
        pytest.param(file, id=file.stem, marks=[pytest.mark.slow] * (file.stem == "9-handouts"))
        for file in FILES
    ],
)
def test_examples_do_what_the_guide_says(file: Path, tmp_path: Path) -> None:
    (library,) = blocks((FOLDER / "2-writing.md").read_text("utf-8"), "yaml")
    (tmp_path / "library.yaml").write_text(library, encoding="utf-8")
    hold(file, refreshed(file.read_text("utf-8"), tmp_path, COLUMNS))


def test_the_topics_are_listed_in_the_order_of_reading() -> None:
    listed = argmap("guide").out.splitlines()
    assert [line.split()[2] for line in listed] == [file.stem.partition("-")[2] for file in FILES]
    assert listed[0] == "argmap guide reading    Reading a map"


def test_a_guide_fits_the_terminal() -> None:
    for topic, title, text in guides():
        shown = argmap("guide", topic, columns=80, TERM="dumb").out.splitlines()
        assert shown[0].rstrip() == title
        assert max(map(len, shown)) <= 80, topic
        assert len(shown) <= SCREEN, topic
        assert argmap("guide", topic).out == text
        for narrow in (1, 30):
            assert argmap("guide", topic, columns=narrow, TERM="dumb").status == 0


def test_colours_are_for_terminals_that_have_them() -> None:
    shown = argmap("guide", "marks", columns=80).out
    assert "\x1b[32m▲\x1b[0m" in shown
    assert "\x1b[32m" not in argmap("guide", "marks", columns=80, NO_COLOR="1").out
    assert "\x1b" not in argmap("guide", "marks").out


def test_other_signs_for_terminals_that_lack_them() -> None:
    for topic in (each.topic for each in guides()):
        assert argmap("guide", topic, "--charset", "ascii").out.isascii(), topic
        assert argmap("guide", topic, "--charset", "ascii", columns=80).out.isascii(), topic
    marks = argmap("guide", "marks", "--charset", "ascii").out
    assert "\n+  supports     a reason for it\n" in marks
    assert "\n(*) it stands elsewhere, with all that bears on it\n" in marks


def test_the_guide_to_the_marks_has_them_all() -> None:
    for signs, charset in ((UNICODE, "unicode"), (ASCII, "ascii")):
        marks = argmap("guide", "marks", "--charset", charset).out
        for kind, sign in signs.relations.items():
            assert f"\n{sign:2} {kind:12} " in marks
        brackets = "".join(f"{b.first}{b.side}{b.last}" for b in signs.brackets)
        for sign in (signs.backing, *signs.statuses.values(), *brackets):
            assert sign in marks
        for mark, sign in signs.marks.items():
            assert f"\n{sign} " in marks or mark is Mark.LIMIT


def test_an_unknown_topic_is_answered_with_the_nearest() -> None:
    result = argmap("guide", "writting")
    assert (result.status, result.out) == (2, "")
    assert result.err == (
        "argmap: error: there is no guide 'writting'\n    did you mean 'writing' or 'weighing'?\n"
    )
    assert "reading, writing, marks" in argmap("guide", "x").err
