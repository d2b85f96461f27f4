"""Characters that no font has are noted, and what fonts are asked for is what is seen."""

from __future__ import annotations

import pytest

from argmap import ArgmapError, ArgumentMap, Claim
from argmap.formats import Losses, draw, drawable, is_page
from argmap.pictures import font_notes

PRIVATE = "\U000ff001"  # of an area that belongs to nobody, and that no font has


SLOW = [pytest.param(name, marks=pytest.mark.slow) for name in ("label", "voice")]


@pytest.mark.parametrize("format", [name for name in drawable() if not is_page(name)])
@pytest.mark.parametrize("where", ["text", "title", *SLOW])
def test_a_picture_notes_what_no_font_can_show(format: str, where: str) -> None:
    for text, number in (("Plain – é", 0), (f"It is {PRIVATE}.", 1)):
        m = {
            "text": ArgumentMap([Claim("a", text)]),
            "label": ArgumentMap([Claim("a", "It rains.", label=text)]),
            "voice": ArgumentMap([Claim("a", "It rains.", voice=text.replace(" ", "-"))]),
            "title": ArgumentMap([Claim("a", "It rains.")], title=text),
        }[where]
        losses = Losses()
        draw(m, format, losses=losses)
        noted = [note for note in losses.notes if "font" in note]
        assert len(noted) == number
        assert all(f"1 character of the {format} ({PRIVATE} U+FF001)" in note for note in noted)


def asked_for(text: str, monkeypatch: pytest.MonkeyPatch, missing: str = "") -> tuple[str, str]:
    """Return the characters that fonts are asked for, and what is noted."""
    asked: list[str] = []

    def without_font(characters: str) -> str:
        asked.append(characters)
        return missing

    monkeypatch.setattr(font_notes, "without_font", without_font)
    notes = list(font_notes.font_notes(text, "png"))
    return "".join(asked), "".join(notes)


def test_only_what_is_seen_needs_a_font(monkeypatch: pytest.MonkeyPatch) -> None:
    assert asked_for("plain text\t\n", monkeypatch) == ("", "")
    assert asked_for("b\u00e9a\u0301 \u200d\u200e\u00a0\ufe0f\u263a\u4e00\u4e00", monkeypatch) == (
        "\u00e9\u0301\u263a\u4e00",
        "",
    )


def test_the_first_few_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    _, note = asked_for("\u4e00", monkeypatch, "".join(map(chr, range(0x4E00, 0x4E07))))
    assert "7 characters of the png (\u4e00 U+4E00, " in note
    assert "U+4E04, …): it shows boxes" in note
    assert "U+4E05" not in note


def test_where_nobody_knows_nothing_is_noted(monkeypatch: pytest.MonkeyPatch) -> None:
    def without_font(characters: str) -> str:
        raise ArgmapError(f"there is no fontconfig to ask for {characters}")

    monkeypatch.setattr(font_notes, "without_font", without_font)
    assert list(font_notes.font_notes("\u4e00", "svg")) == []
