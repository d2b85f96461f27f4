"""Argdown: what is read of a text, and maps that are hard to write."""

from __future__ import annotations

from hypothesis import assume
from hypothesis import strategies as st

from argmap import ArgumentMap, Claim, Relation, RelationKind, Source, dumps, loads
from argmap.formats import Losses
from argmap.model.text import one_line


def read(text: str) -> tuple[ArgumentMap, dict[str, int]]:
    """Return the map of an Argdown text, and what was lost."""
    losses = Losses()
    argument_map = loads(text, "argdown", "debate.argdown", losses)
    assert loads(dumps(argument_map)) == argument_map
    return argument_map, dict(losses.counts)


def relations(text: str) -> list[str]:
    """Return the relations of a text, each as a sentence of ids."""
    m = read(text)[0]
    return [f"{'+'.join(r.premises)} {r.kind} {r.target}" for r in m.relations.values()]


# Whatever begins something in Argdown, YAML or Markdown, or ends it.
SIGNS = [
    *("(1)", "(1):", "(P1)", "(C)", "P1.", "1.", "1)", "+", "-", "_", "*", "<", ">", "[", "]", "#"),
    *("+>", "->", "_>", "<+", "<-", "<_", "><", "--", "---", "----", "===", "====", "***", "~~~"),
    *("//", "/*", "*/", "<!--", "-->", "{", "}", "{a: b}", "@", "@[a]", "@<a>", "@include(a)", "`"),
    *("[a]", "[a]:", "<a>", "<a>:", "[a](b)", "#tag", "#(a b)", "\\", "\\[", "|", "=", "===x", ":"),
    *(":heart:", ".A.", "!", "&", "%", "?", '"', "'", "~", ",", ";", "true", "1", "**", "__"),
]  # fmt: skip
_signed = st.builds(
    "".join,
    st.lists(st.sampled_from([*SIGNS, "a", "b c", " ", "."]), min_size=1, max_size=5),
).map(one_line).filter(str.strip)  # fmt: skip
_signed_ids = _signed.map(lambda text: "".join(text.split())).filter(bool)


@st.composite
def signed_maps(draw: st.DrawFn) -> ArgumentMap:
    """Draw a map whose every text and name may begin like structure."""
    names = draw(st.lists(_signed_ids, min_size=3, max_size=3, unique=True))
    some = st.none() | _signed
    tags = st.lists(_signed, max_size=2).map(tuple)
    claims = [
        Claim(
            name, draw(_signed), draw(some), draw(some), draw(st.none() | _signed_ids),
            tags=draw(tags), note=draw(some),
        )
        for name in names
    ]  # fmt: skip
    one, two, three = names
    steps = draw(st.lists(_signed_ids, min_size=3, max_size=3, unique=True))
    assume(not {*steps} & {*names})
    ends = [((one,), three), ((one, two), three), ((two,), one)]
    kinds = st.sampled_from([RelationKind.SUPPORTS, RelationKind.ATTACKS])
    relations = [
        Relation(step, draw(kinds), premises, target, draw(some), draw(some))
        for step, (premises, target) in zip(steps, ends, strict=True)
    ]
    if draw(st.booleans()):
        undercut = Relation("u/", RelationKind.UNDERCUTS, (three,), steps[0], draw(some))
        assume("u/" not in {*steps, *names})
        relations.append(undercut)
    voices = draw(st.dictionaries(_signed_ids, _signed, max_size=2))
    source = draw(st.none() | _signed.map(Source))
    return ArgumentMap(claims, relations, title=draw(some), source=source, voices=voices)
