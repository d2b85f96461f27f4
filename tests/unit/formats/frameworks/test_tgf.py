"""TGF: names, and labels for texts."""

from __future__ import annotations

from support.frameworks import pairs, read


def test_tgf_has_labels_for_texts() -> None:
    m, lost = read("  a   All men are mortal.  \nb\n\n\tc\tTwo\tparts\n # \n\n  b  a  \n", "tgf")
    assert [(c.id, c.text) for c in m.claims.values()] == [
        ("a", "All men are mortal."),
        ("b", "b"),
        ("c", "Two\tparts"),
    ]
    assert pairs(m) == [("b", "a")]
    assert m.locations["b/a"][1:] == (7, 3)
    assert lost == {}
