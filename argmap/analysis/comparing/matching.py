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
from collections.abc import Callable, Hashable, Iterator
from functools import cache
from heapq import nlargest
from typing import Any

from argmap.model import ArgumentMap, Claim
from argmap.model.numbering import is_number

# In scripts without spaces between words, each character counts as a word.
UNSPACED = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af"
_WORDS = re.compile(rf"[{UNSPACED}]|[^\W{UNSPACED}]+")

_CITATION = re.compile(r"\[\d+\](?!\()")
_ALIKE = 0.4  # an id whose text has changed more than this may have gone to another claim
_RENAMED = 0.6  # two texts this similar are one claim under two ids …
_NEIGHBOURS_COUNT = 0.3  # … and less is enough where their neighbours are the same
_COMMON = 16  # a word of more claims than this distinguishes none of them
_STEPS = 8  # along relations, within which surroundings tell equal texts apart
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
    """Return the text and note of a claim with its sources numbered in order from 0."""
    numbers: dict[str, int] = {}
    text = normalized(f"{claim.text}\n{claim.note or ''}")
    return _CITATION.sub(lambda found: f"[{numbers.setdefault(found[0], len(numbers))}]", text)


def same(first: Any, second: Any) -> bool:
    """Return whether two values of a field say the same, whatever their layout."""
    if isinstance(first, str) and isinstance(second, str):
        return first == second or normalized(first) == normalized(second)
    return bool(first == second)


def paired_claims(old: ArgumentMap, new: ArgumentMap) -> dict[str, str]:
    """Return the id in ``new`` of each claim of ``old`` that is in both, by its id in ``old``.

    Takes time in proportion to the sizes of the maps: a claim is only compared
    with the few that share rare words with it.
    """
    pairing = _Pairing(old, new)
    pairing.by_id(lambda one, other: not is_number(one.id) and wording(one) == wording(other))
    pairing.by_surroundings()
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

    def by_key(
        self, key: Callable[[Claim], Hashable], other: Callable[[Claim], Hashable] | None = None
    ) -> None:
        """Pair what has the same key, in the order of the files.

        ``other`` is the key of claims of the new map, where it is another function.
        """
        waiting: dict[Hashable, list[str]] = {}
        for name, claim in reversed(self.left_new.items()):
            waiting.setdefault((other or key)(claim), []).append(name)
        for name, claim in list(self.left_old.items()):
            same = waiting.get(key(claim))
            if same:
                self._pair(name, same.pop())

    def by_surroundings(self) -> None:
        """Pair equal texts of several claims whose ids are numbers, by what is around them.

        First by all that is, then by what they bear on, which stays when something
        that bears on them is added.
        """
        texts = [
            Counter(wording(claim) for claim in left.values() if is_number(claim.id))
            for left in (self.left_old, self.left_new)
        ]
        if all(number == 1 for counted in texts for number in counted.values()):
            return
        old, new = (_Surroundings(side) for side in (self.old, self.new))
        self.by_key(old.all, new.all)
        self.by_key(old.above, new.above)

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


class _Surroundings:
    """What the claims of a map bear on and what bears on them, by texts and as far as a few steps.

    Numbers stand for it, the same for two claims of two maps whose surroundings are.
    """

    def __init__(self, argument_map: ArgumentMap) -> None:
        ends = [
            (str(relation.kind), premise, relation.target)
            for relation in argument_map.relations.values()
            for premise in relation.premises
            if relation.target in argument_map.claims
        ]
        self._texts = {name: hash(wording(claim)) for name, claim in argument_map.claims.items()}
        self._above = self._spread([(kind, one, other) for kind, one, other in ends])
        self._below = self._spread([(kind, other, one) for kind, one, other in ends])

    def _spread(self, ends: list[tuple[str, str, str]]) -> dict[str, int]:
        found = self._texts
        for _ in range(_STEPS):
            around: dict[str, list[tuple[str, int]]] = {}
            for kind, one, other in ends:
                around.setdefault(one, []).append((kind, found[other]))
            texts = self._texts.items()
            found = {name: hash((text, *sorted(around.get(name, ())))) for name, text in texts}
        return found

    def above(self, claim: Claim) -> Hashable:
        """Return what stands for the text of a claim and for what it bears on."""
        return self._above[claim.id]

    def all(self, claim: Claim) -> Hashable:
        """Return the same with what bears on it, and all that is said of the claim."""
        said = claim._replace(id="", text="", note=None)
        return self._above[claim.id], self._below[claim.id], said
