"""Chains: the steps from one end to the other, and the effect of them all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from argmap.analysis.chains import Chain, ends_reached
from argmap.analysis.tails import Tail, shared_tails
from argmap.model import ArgumentMap, Claim, Relation, RelationKind
from argmap.model.plain import plain_relation
from argmap.model.text import one_line
from argmap.views.phrases import (
    claim_spans,
    counted,
    glyph_span,
    listed,
    others,
    raises_span,
    scheme_span,
    weight_span,
)
from argmap.views.rows import BLANK, Row, Span, spaced
from argmap.views.theme import Glyphs


def chains_rows(chains: Sequence[Chain], glyphs: Glyphs) -> Iterator[Row]:
    """Yield the rows of several chains, numbered if one refers to another.

    A tail that an earlier chain has is not shown again.
    """
    tails = list(shared_tails(chains))
    is_numbered = any(tails)
    for number, (chain, tail) in enumerate(zip(chains, tails, strict=True)):
        if number:
            yield BLANK
        if is_numbered:
            yield Row([(f"Chain {number + 1:,}", "quiet")])
        yield from chain_rows(chain, glyphs, tail=tail)


def chain_rows(
    chain: Chain, glyphs: Glyphs, ends: int | None = None, tail: Tail | None = None
) -> Iterator[Row]:
    """Yield a row per claim and relation, and a last one with the effect of the chain.

    Of a chain longer than twice ``ends``, only that many claims and relations at
    either end are shown (None: all); of its ``tail``, only the first claim.
    """
    above: str | None = None
    left_out = 0 if ends is None else max(len(chain.nodes) - 2 * ends, 0)
    first = len(chain.nodes) - (ends or 0)
    last = len(chain.nodes) if tail is None else tail.start + 1
    shown = islice(enumerate(chain.nodes), ends if left_out else last)
    for index, node in (*shown, *enumerate(chain.nodes[first:] if left_out else (), first)):
        if left_out and index == first:
            yield Row([(f"({counted(left_out, 'line')} left out)", "quiet")], "  ", "  ")
        if isinstance(node, Claim):
            yield Row(claim_spans(node, voice=node.voice != above), "", "  ")
            above = node.voice
        else:
            after = chain.nodes[index + 1]
            before = chain.nodes[index - 1]
            yield Row(_step(node, before, after, glyphs), "  ", "    ")
    if tail is not None:
        steps = sum(isinstance(node, Relation) for node in chain.nodes[tail.start :])
        further = f"then as in chain {tail.chain + 1:,}  ({counted(steps, 'step')})"
        yield Row([(further, "quiet")], "  ", "  ")
    yield effect_row(chain, glyphs)


def effect_row(chain: Chain, glyphs: Glyphs) -> Row:
    """Return what a chain does to its end, and how long it is."""
    end = one_line(chain.nodes[-1].id)
    size = counted(len(chain.relations), "step")
    attacks = f", {counted(chain.attacks, 'attack')}" if chain.attacks else ""
    verdict = [(f"The whole chain {chain.effect} ", "heading"), (end, "id")]
    return Row([(f"{glyphs.arrow} ", "quiet"), *verdict, (f"  ({size}{attacks})", "quiet")])


def _step(
    relation: Relation, before: Claim | Relation, after: Claim | Relation, glyphs: Glyphs
) -> list[Span]:
    on_step = isinstance(after, Relation)
    verb = str(relation.kind)
    if isinstance(before, Relation):  # what the row above bears on
        subject: Span | None = (one_line(listed(relation.premises)), "id")
        companions: Span | None = None
    else:
        subject = None
        companions = (others(relation, before.id), "quiet")
        verb += "," if relation.is_linked else ""
    if on_step:
        backs = relation.kind is RelationKind.SUPPORTS
        together = f", {companions[0]}," if companions and companions[0] else ""
        verb = f"{'backs' if backs else relation.kind}{together} the step by which"
        companions = None
    sign = glyph_span(relation, glyphs, on_step=on_step)
    said = scheme_span(relation), weight_span(relation), raises_span(relation)
    return spaced(sign, subject, (verb, str(relation.kind)), companions, *said)


def chain_data(chain: Chain) -> dict[str, Any]:
    """Return a chain as plain data.

    ``from`` and ``to`` are claim ids, ``effect`` is that on the last claim
    (``supports``, ``attacks``, ``defends``, ``restates``, ``answers`` or ``leads to``),
    ``sign`` 1, -1 or, for the last three, 0, ``attacks`` a number, and ``steps`` claims
    and relations in turn.
    """
    return {
        "from": chain.nodes[0].id,
        "to": chain.nodes[-1].id,
        "effect": str(chain.effect),
        "sign": chain.sign,
        "attacks": chain.attacks,
        "steps": [
            {"claim": node.id, "text": node.text}
            if isinstance(node, Claim)
            else {"relation": plain_relation(node)}
            for node in chain.nodes
        ],
    }


def no_chain(
    argument_map: ArgumentMap,
    starts: list[str],
    ends: list[str],
    kinds: frozenset[RelationKind] | None = None,
) -> str:
    """Return a sentence that no chain follows relations of these ``kinds`` (None: all).

    If ``starts`` or ``ends`` is empty, every ground or root was tried.
    If one claim is named at each end, it says if a chain leads the other way.
    """
    edges = [str(kind) for kind in RelationKind if kind in kinds] if kinds else []
    along = f" along {listed(edges)}" if edges else ""
    if not ends:
        verb = "bear" if starts[1:] else "bears"
        return f"{listed(starts)} {verb} on nothing further{along}"
    if not starts:
        return f"nothing leads to {listed(ends, last='or')}{along}"
    said = f"no chain leads from {listed(starts, last='or')} to {listed(ends, last='or')}{along}"
    if len(starts) == len(ends) == 1 and ends_reached(argument_map, ends[0], starts, kinds=kinds):
        said += f"; one leads from {listed(ends)} to {listed(starts)}"
    return said
