"""The error for a file that is no map, but looks like something else."""

from __future__ import annotations

import re

from argmap.formats._foreign import (
    BINARY,
    CERTAIN,
    LIKELY,
    Content,
    Kind,
    first_fitting,
    is_ours,
    looks,
)
from argmap.formats._registry import readable, recognises, suffixes
from argmap.model import Diagnostic, FileText, InvalidMapError, Location

_OURS = ("yaml", "json")
_FIRST = ("argmap: 1", '{"argmap": 1, …}')  # of YAML, and of JSON
# What may be JSON with an error in it, and no text that begins with a bracket.
_JSON_START = re.compile(
    r"""\s*(?:\{\s*(?:["'}]|[\w-]+\s*:|\Z)|\[\s*(?:["'\[\]{]|true|false|null|\Z|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?\s*(?:,|\Z|\]\s*\Z)))"""
)


def name_certain(text: str, name: str, tried: str) -> None:
    """Raise InvalidMapError for a text that is certainly of another kind."""
    kind = first_fitting(CERTAIN, _content(text))
    if kind:
        raise _naming(kind, name, tried)


def name_any(text: str, name: str, tried: str) -> str:
    """Raise InvalidMapError for a text of a known kind; otherwise return what it looks like.

    That is a sentence, which may go on.
    """
    content = _content(text)
    kind = first_fitting((*CERTAIN, *LIKELY), content)
    if kind:
        raise _naming(kind, name, tried)
    what, more = looks(content)
    if what == BINARY:
        raise _error(f"this looks like {what}, not like {tried}; {more}", name)
    return f"it looks like {what}: {more}"


def better(
    error: InvalidMapError,
    data: bytes,
    name: str,
    format: str | None,
    tried: str,
    *,
    is_asked: bool,
) -> InvalidMapError:
    """Return the error to report of a file that could not be read in a format.

    It names the file for what it looks like, unless it is meant to be in that format. If
    the format is asked for by name, the errors of its reader follow.
    """
    code = error.diagnostics[0].code
    text = "" if code == "encoding" else error.file.text
    content = Content(data, text)
    is_sure = code == "other-kind" or (code == "empty-file" and not text.strip())
    is_quoted = content.value is None and not content.is_json and not content.begins_with_key
    if is_sure or (format and _is_in(format, content)):
        return error
    named = _as_other_format(content, name, tried)
    if not named:
        if "argmap" in content.keys and not is_quoted:
            return error
        kind = first_fitting(CERTAIN, content)
        named = _naming(kind, name, tried) if kind else None
    if named and is_asked and text:
        first = named.diagnostics
        return InvalidMapError([*first, *error.diagnostics], error.file, error.count + 1)
    if named:
        return named
    if is_asked or format not in _OURS or _is_meant(content):
        return error
    return _unknown(content, name, tried)


def _is_in(format: str, content: Content) -> bool:
    """Return whether a text is in a format, or would be without what stands before it."""
    bare = content.without_lead
    return bool(recognises(format, content) or (bare and recognises(format, bare)))


def _as_other_format(content: Content, name: str, tried: str) -> InvalidMapError | None:
    """Return the error for a text in a format that a file of this name is not read in, or None."""
    found = next((each for each in readable() if recognises(each, content)), None)
    if not found:
        return None
    message = f"this looks like {found}, not like {tried}"
    advice = f"end the name of the file in {suffixes(found)[0]}, or use --from {found}"
    return _error(f"{message}; {advice}", name)


def _content(text: str) -> Content:
    return Content(text.encode(errors="surrogatepass"), text)


def _is_meant(content: Content) -> bool:
    """Return whether a text is meant to be JSON or YAML that is ours, or has few errors."""
    value = content.value
    if value is None and content.is_json:
        return _JSON_START.match(content.text) is not None
    if value is None and not content.xml_root:
        return content.is_mostly_keys and is_ours(content)
    is_data = isinstance(value, dict) or content.row or _is_words(content)
    return is_ours(content) or not (is_data or isinstance(value, str | None))


def _is_words(content: Content) -> bool:
    """Return whether a list in YAML is rather one of a text of another kind."""
    is_list = isinstance(content.value, list) and not content.is_json
    return is_list and first_fitting(LIKELY, content) is not None


def _unknown(content: Content, name: str, tried: str) -> InvalidMapError:
    is_data = isinstance(content.value, dict) or content.row
    # A line of a log or a dialogue may pass for the key and the value of a mapping.
    is_prose = not is_data or (not content.is_json and any(" " in key for key in content.keys))
    kind = first_fitting(LIKELY, content) if is_prose else None
    if kind:
        return _naming(kind, name, tried)
    what, more = looks(content)
    if "of another kind" in what or content.row:
        more += f"; a map begins with: {_FIRST['JSON' in what]}"
    return _error(f"this looks like {what}, not like {tried}", name, more)


def _naming(kind: Kind, name: str, tried: str) -> InvalidMapError:
    return _error(f"this looks like {kind.name}, not like {tried}; {kind.advice}", name)


def _error(message: str, name: str, hint: str | None = None) -> InvalidMapError:
    # Without the text: no line of it is at fault.
    diagnostic = Diagnostic("other-kind", message, Location(name, 1, 1), hint)
    return InvalidMapError([diagnostic], FileText("", name))
