"""The errors of PyYAML as errors of ours."""

from __future__ import annotations

from typing import NoReturn

import yaml

from argmap.documents.document import fail, too_deep
from argmap.documents.yaml_causes import cause
from argmap.model import FileText, InvalidMapError


def fail_on_character(file: FileText, error: yaml.reader.ReaderError) -> NoReturn:
    """Raise InvalidMapError for a character that YAML does not have."""
    # The error counts in bytes or characters, as the parser happens to be; so
    # look for the character itself.
    character = error.character if isinstance(error.character, str) else chr(error.character)
    offset = max(file.text.find(character), 0)
    message = f"the character U+{ord(character):04X} cannot stand in YAML as it is"
    hint = 'write it as an escape in double quotes, such as "\\x07"'
    fail(file, offset, "syntax", message, hint)


def fail_on_syntax(file: FileText, error: yaml.MarkedYAMLError) -> NoReturn:
    """Raise InvalidMapError for what is not YAML, at its cause where that is a usual one."""
    mark = error.problem_mark or error.context_mark
    offset = mark.index if mark else 0
    problem = error.problem or error.context or "no reason given"
    if "nest" in problem or "depth" in problem:
        too_deep(file, offset)
    _fail_on_cause(file, offset)
    hint = next((hint for sign, hint in _SYNTAX_HINTS.items() if sign in problem), None)
    fail(file, offset, "syntax", f"not valid YAML: {problem}", hint)


def fail_on_key(file: FileText, offset: int) -> NoReturn:
    """Raise InvalidMapError for a key that is a list or a mapping."""
    _fail_on_cause(file, offset)
    message = "a key must be text, not a list or a mapping"
    fail(file, offset, "bad-key", message, "put a key that begins with '[' or '{' in quotes")


def fail_on_trap(file: FileText, error: InvalidMapError) -> None:
    """Raise InvalidMapError where errors in valid YAML have one of the usual causes above them."""
    trap = cause(file.text, len(file.text))
    # In valid YAML only a quote that is not closed where it should be hides what follows.
    is_quote = trap is not None and file.text[trap.offset : trap.offset + 1] in {"'", '"'}
    if trap and is_quote and file.location(trap.offset).line < error.diagnostics[0].location.line:
        fail(file, trap.offset, "syntax", trap.message, trap.hint)


def _fail_on_cause(file: FileText, offset: int) -> None:
    found = cause(file.text, offset)
    if found:
        fail(file, found.offset, "syntax", f"not valid YAML: {found.message}", found.hint)


_SYNTAX_HINTS = {
    "mapping values are not allowed": "put text that holds ': ' in quotes",
    "cannot start any token": "put text that starts with this character in quotes, "
    "and indent with spaces, not tabs",
    "could not find expected ':'": "each key needs a ':' after it",
    "did not find expected key": "look at the indentation and quotes here and in the line above",
    "unexpected end of stream": "a quote or bracket is opened and never closed",
    "did not find expected ','": "a bracket is not closed, or text in it needs quotes",
    "undefined alias": "define it before, as &name",
}
