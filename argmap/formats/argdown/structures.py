"""The premise-conclusion structure of an argument, read statement by statement."""

from __future__ import annotations

from typing import Any

from argmap.documents.document import value_of
from argmap.formats.argdown.document import Argument, Statement, Step
from argmap.formats.argdown.paragraphs import ParagraphError


class Structure:
    """The structure that is being read, whose steps are added to its argument."""

    def __init__(self, argument: Argument) -> None:
        """Begin the structure of an argument."""
        self.argument = argument
        self._premises: list[Statement] = []  # of the next inference
        self._end = argument.offset

    @property
    def is_whole(self) -> bool:
        """Whether it ends with a conclusion, so that another structure may follow."""
        return bool(self.argument.steps) and self._step is None and len(self._premises) == 1

    @property
    def _step(self) -> Step | None:
        """The inference that has no conclusion yet."""
        last = self.argument.steps[-1] if self.argument.steps else None
        return last if last is not None and last.conclusion is None else None

    def add(self, node: Statement, number: str, offset: int) -> None:
        """Add a premise or a conclusion; raises ParagraphError for an argument.

        ``number`` may be a label.
        """
        self._end = offset
        if isinstance(node, Argument):
            message = "a premise or conclusion is a statement, not an argument"
            raise ParagraphError(offset, message, "put its title in [square brackets]")
        self.argument.numbered[number] = node
        step = self._step
        if step is None:
            self._premises.append(node)
        else:
            step.conclusion = node
            self._premises = [node]

    def infer(self, rules: str, data: dict[str, Any], offset: int) -> tuple[Step, int]:
        """Add an inference; return it and the number of unknown premises that it uses.

        Raises ParagraphError where there is no premise above it.
        """
        if self._step or not self._premises:
            raise out_of_place(offset)
        self._end = offset
        used = data.get("uses", [])
        items = used if isinstance(used, list) else [used]
        numbers = [str(value_of(each)) for each in items]
        numbered = self.argument.numbered
        known = [numbered[n] for n in numbers if n in numbered]
        step = Step(self.argument, known or self._premises, rules, offset, data)
        self.argument.steps.append(step)
        return step, len(numbers) - len(known)

    def end(self) -> None:
        """Raise ParagraphError where a conclusion is missing at the end."""
        if not self.is_whole:
            message = "this premise-conclusion structure has no conclusion at its end"
            hint = "after the premises: a line of ----, then (n) and the conclusion"
            raise ParagraphError(self._end, message, hint)


def out_of_place(offset: int, hint: str = "") -> ParagraphError:
    """Return the error for an inference without a premise above it; ``hint`` adds what to do."""
    message = "an inference must be between premises and their conclusion"
    usual = "such as (1) …, a line of ----, (2) …"
    return ParagraphError(offset, message, f"{usual}; {hint}" if hint else usual)
