"""The claims that two maps have in common.

A claim that keeps its id is the same claim, unless its text shows that the id now
belongs to another: where the same text has another id, or the text of this id is
nothing like it. The rest are paired by similar texts, the more readily where their
neighbours are the same. An id that is a number says nothing of its claim: what stands
around the claim decides between equal texts instead.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from functools import cache
from heapq import nlargest
from typing import Any

from argmap.model import ArgumentMap, Claim
from argmap.model.citing import described
from argmap.model.numbering import is_number

# In scripts without spaces between words, each character counts as a word.
UNSPACED = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af"
_WORDS = re.compile(rf"[{UNSPACED}]|[^\W{UNSPACED}]+")

_CITATION = re.compile(r"\[\d+\](?!\()")
_ALIKE = 0.4  # an id whose text has changed more than this may have gone to another claim
_RENAMED = 0.6  # two texts this similar are one claim under two ids …
_NEIGHBOURS_COUNT = 0.3  # … and less is enough where their neighbours are the same
_COMMON = 16  # a word of more claims than this distinguishes none of them
_STEPS = 8  # down along relations, within which equal texts are told apart
_CANDIDATES = 4  # the most claims that one is compared with in full


def normalized(text: str) -> str:
    """Return a text without its layout: each run of white space as one space."""
    return " ".join(text.split())


def wording(claim: Claim) -> str:
    """Return the text of a claim without its layout, nor numbers of sources as ``[1]``.

    They count where the id is a number, too: an export numbers its sources as its claims.
    """
    text = normalized(claim.text)
    return _CITATION.sub("[#]", text) if is_number(claim.id) else text


def sourced(claim: Claim) -> str:
    """Return text, note and citations of a claim with its sources numbered in order from 0."""
    numbers: dict[str, int] = {}
    cited = "\n".join(map(described, claim.citations))
    text = normalized(f"{claim.text}\n{claim.note or ''}\n{cited}")
    return _CITATION.sub(lambda found: f"[{numbers.setdefault(found[0], len(numbers))}]", text)


def same(first: Any, second: Any) -> bool:
    """Return whether two values of a field say the same, whatever their layout."""
    if isinstance(first, str) and isinstance(second, str):
        return first == second or normalized(first) == normalized(second)
    if isinstance(first, tuple) and isinstance(second, tuple) and len(first) == len(second):
        return first == second or all(map(same, first, second))
    return bool(first == second)


def paired_claims(old: ArgumentMap, new: ArgumentMap) -> dict[str, str]:
    """Return the id in ``new`` of each claim of ``old`` that is in both, by its id in ``old``.

    Takes time in proportion to the sizes of the maps: a claim is only compared
    with the few that share rare words with it.
    """
    pairing = _Pairing(old, new)
    pairing.by_id(lambda one, other: not is_number(one.id) and wording(one) == wording(other))
    pairing.by_place()
    pairing.by_key(lambda claim: (wording(claim), claim.label, claim.kind, claim.voice))
    pairing.by_key(wording)
    pairing.by_id(lambda one, other: not is_number(one.id) and are_alike(one, other))
    pairing.by_likeness()
    pairing.by_id(are_alike)
    is_kept = all(one == other for one, other in pairing.pairs.items() if is_number(one))
    pairing.by_id(lambda one, _: is_kept or not is_number(one.id))
    return pairing.pairs


def likeness(first: Counter[str], second: Counter[str]) -> float:
    """Return the share of words two texts have in common, from 0 to 1 (Dice's coefficient)."""
    number = first.total() + second.total()
    return 2 * (first & second).total() / number if number else 0.0


def words(text: str) -> Counter[str]:
    """Return the number of times that each word is in a text, ignoring case."""
    return Counter(_WORDS.findall(text.casefold()))


def are_alike(old: Claim, new: Claim) -> bool:
    """Return whether two claims of one id are one claim, by their labels or texts."""
    same = old.text == new.text or (old.label is not None and old.label == new.label)
    return same or likeness(words(old.text), words(new.text)) >= _ALIKE


class _Pairing:
    """The pairs found so far, and the claims of either side that are in none."""

    def __init__(self, old: ArgumentMap, new: ArgumentMap) -> None:
        self.old, self.new = old, new
        self.pairs: dict[str, str] = {}
        self.left_old = dict(old.claims)
        self.left_new = dict(new.claims)

    def _pair(self, old_id: str, new_id: str) -> None:
        self.pairs[old_id] = new_id
        del self.left_old[old_id], self.left_new[new_id]

    def by_id(self, fits: Callable[[Claim, Claim], bool]) -> None:
        """Pair what has the same id, where it fits."""
        for name in [name for name in self.left_old if name in self.left_new]:
            if fits(self.left_old[name], self.left_new[name]):
                self._pair(name, name)

    def by_key(self, key: Callable[[Claim], Hashable]) -> None:
        """Pair what has the same key, in the order of the files."""
        waiting: dict[Hashable, list[str]] = {}
        for name, claim in reversed(self.left_new.items()):
            waiting.setdefault(key(claim), []).append(name)
        for name, claim in list(self.left_old.items()):
            same = waiting.get(key(claim))
            if same:
                self._pair(name, same.pop())

    def by_place(self) -> None:
        """Pair claims whose ids are numbers from the top down, below claims that are paired.

        The top are roots, and texts that each map has once. Of equal texts below a claim
        those are paired first that have the same below them.
        """
        own, other = _by_wording(self.left_old), _by_wording(self.left_new)
        if all(len(claims) == 1 for part in (own, other) for claims in part.values()):
            return
        below = _below(self.old), _below(self.new)
        once = [t for t, claims in own.items() if len(claims) == len(other.get(t, ())) == 1]
        todo = [pair for text in once for pair in self._like(own[text], other[text], below)]
        todo += self._like([*self.old.roots()], [*self.new.roots()], below)
        for old_id, new_id in todo:  # the list grows while it is walked
            before, after = _premises(self.old, old_id), _premises(self.new, new_id)
            for kind, claims in before.items():
                todo += self._like(claims, after.get(kind, []), below)

    def _like(
        self,
        old: Sequence[Claim],
        new: Sequence[Claim],
        below: tuple[Mapping[str, int], Mapping[str, int]],
    ) -> list[tuple[str, str]]:
        """Pair those of some claims that have the same below them, then equal texts."""
        found = []
        by_all = [lambda claim, side=side: (side[claim.id], *claim[2:]) for side in below]
        for old_key, new_key in (by_all, (wording, wording)):
            waiting: dict[Hashable, list[str]] = {}
            for claim in old:
                if claim.id in self.left_old and is_number(claim.id):
                    waiting.setdefault(old_key(claim), []).append(claim.id)
            for claim in new:
                if claim.id in self.left_new and is_number(claim.id):
                    same = waiting.get(new_key(claim))
                    if same:
                        found.append((same.pop(0), claim.id))
                        self._pair(*found[-1])
        return found

    def by_likeness(self) -> None:
        """Pair texts that are much alike, the most alike first."""
        scores = sorted(self._scores(), key=lambda scored: -scored[0])
        for score, old_id, new_id in scores:
            if score >= _RENAMED and old_id in self.left_old and new_id in self.left_new:
                self._pair(old_id, new_id)

    def _scores(self) -> Iterator[tuple[float, str, str]]:
        counted = {name: words(claim.text) for name, claim in self.left_new.items()}
        having: dict[str, list[str]] = {}
        for name, own in counted.items():
            for word in own:
                having.setdefault(word, []).append(name)
        around = cache(lambda name: _around(self.new, name))
        for old_id, claim in self.left_old.items():
            own = words(claim.text)
            lists = (having.get(word, ()) for word in own)
            shared = Counter(name for names in lists if len(names) <= _COMMON for name in names)
            if not shared:
                continue
            before = {(side, self.pairs.get(name, "")) for side, name in _around(self.old, old_id)}
            for new_id, _ in nlargest(_CANDIDATES, shared.items(), key=lambda item: item[1]):
                after = around(new_id)
                most = max(len(before), len(after))
                agreement = len(before & after) / most if most else 0.0
                score = likeness(own, counted[new_id]) + _NEIGHBOURS_COUNT * agreement
                yield score, old_id, new_id


def _around(argument_map: ArgumentMap, name: str) -> set[tuple[str, str]]:
    """Return the neighbours of a claim, each with the verb that joins it."""
    below = {
        (f"{relation.kind} it", premise)
        for relation in argument_map.incoming(name)
        for premise in relation.premises
    }
    above = {(f"it {relation.kind}", relation.target) for relation in argument_map.outgoing(name)}
    return {pair for pair in below | above if pair[1] != name}


def _by_wording(claims: Mapping[str, Claim]) -> dict[str, list[Claim]]:
    """Return the claims whose ids are numbers, by their wording."""
    found: dict[str, list[Claim]] = {}
    for claim in claims.values():
        if is_number(claim.id):
            found.setdefault(wording(claim), []).append(claim)
    return found


def _premises(argument_map: ArgumentMap, name: str) -> dict[str, list[Claim]]:
    """Return the claims that bear on a claim, by how they do, in the order of the file."""
    found: dict[str, list[Claim]] = {}
    for relation in argument_map.incoming(name):
        claims = [argument_map.claims[premise] for premise in relation.premises]
        found.setdefault(relation.kind, []).extend(claims)
    return found


def _below(argument_map: ArgumentMap) -> dict[str, int]:
    """Return a number for the wording of each claim and of what bears on it for a few steps."""
    texts = {name: hash(wording(claim)) for name, claim in argument_map.claims.items()}
    found = texts
    for _ in range(_STEPS):
        around: dict[str, list[tuple[str, int]]] = {}
        for relation in argument_map.relations.values():
            around.setdefault(relation.target, []).extend(
                (str(relation.kind), found[premise]) for premise in relation.premises
            )
        found = {n: hash((text, *sorted(around.get(n, ())))) for n, text in texts.items()}
    return found
