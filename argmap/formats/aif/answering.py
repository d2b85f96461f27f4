"""What answers a question in an AIF graph: a rephrase of it, or a reply in the dialogue.

After Hautli-Janisz et al. (LREC 2022): the content of an answer rephrases that of a pure
question, and a transition (TA) leads from the locution that asks to the one that replies.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from argmap.formats.aif.forces import Force, force_of, forces_on
from argmap.formats.aif.graph import AifGraph, Node

RELATED = "relationKind"  # argmap's key for a restatement that would be read as an answer


def is_asked(node: Node) -> bool:
    """Return whether a claim is asked and never asserted, and nothing argues from or to it."""
    forces = forces_on(node)
    is_argued = any(each.type in {"RA", "CA"} for each in (*node.sources, *node.targets))
    return Force.ASKS in forces and Force.ASSERTS not in forces and not is_argued


def replies(
    graph: AifGraph, is_question: Callable[[Node], bool]
) -> Iterator[tuple[Node, Node, Node]]:
    """Yield transitions from questions to replies: the TA node, the answer and the question."""
    for transition in graph.nodes:
        if transition.type != "TA":
            continue
        asked = [*_said(transition.sources, Force.ASKS)]
        answers = [*_said(transition.targets, Force.ASSERTS)]
        for question in filter(is_question, asked):
            for answer in answers:
                if answer is not question and not is_question(answer):
                    yield transition, answer, question


def _said(locutions: Iterable[Node], force: Force) -> Iterator[Node]:
    """Yield the claims that locutions lead to by illocutions of a force."""
    for locution in locutions:
        if locution.type == "L":
            for illocution in locution.targets:
                if illocution.type == "YA" and force_of(illocution.text) is force:
                    yield from (each for each in illocution.targets if each.type == "I")
