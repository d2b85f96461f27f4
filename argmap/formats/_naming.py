"""The error for a file that is no map, but looks like something else."""

from __future__ import annotations

import re

from argmap.formats._foreign import (
    CERTAIN,
    LIKELY,
    Content,
    Kind,
    first_fitting,
    is_ours,
    looks,
)
from argmap.formats._registry import recognises
from argmap.model import Diagnostic, FileText, InvalidMapError, Location

_OURS = ("yaml", "json")
# What may be JSON with an error in it, and no text that begins with a bracket.
_JSON_START = re.compile(
    r"""\s*(?:\{\s*(?:["'}]|[\w-]+\s*:|\Z)|\[\s*(?:["'\[\]{]|true|false|null|\Z|[-\d.eE+]+\s*(?:,|\Z|\]\s*\Z)))"""
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
    what, keys = looks(content)
    return f"it looks like {what}" + (f", and {keys}" if keys else "")


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
    text = "" if error.diagnostics[0].code == "encoding" else error.file.text
    content = Content(data, text)
    is_named = error.diagnostics[0].code == "other-kind"
    is_quoted = content.value is None and not content.is_json and not content.begins_with_key
    if is_named or not data.strip() or ("argmap" in content.keys and not is_quoted):
        return error
    kind = first_fitting(CERTAIN, content)
    if kind and is_asked and text:
        first = _naming(kind, name, tried).diagnostics
        return InvalidMapError([*first, *error.diagnostics], error.file, error.count + 1)
    if kind and (not format or format in _OURS or not recognises(format, content)):
        return _naming(kind, name, tried)
    if is_asked or format not in _OURS or _is_meant(content):
        return error
    return _unknown(content, name, tried)


def _content(text: str) -> Content:
    return Content(text.encode(errors="surrogatepass"), text)


def _is_meant(content: Content) -> bool:
    """Return whether a text is meant to be JSON or YAML that is ours, or has few errors."""
    value = content.value
    if value is None and content.is_json:
        return _JSON_START.match(content.text) is not None
    if value is None and not content.xml_root:
        return content.is_mostly_keys and is_ours(content)
    is_data = isinstance(value, dict) or content.row
    return is_ours(content) or not (is_data or isinstance(value, str | None))


def _unknown(content: Content, name: str, tried: str) -> InvalidMapError:
    is_data = isinstance(content.value, dict) or content.row
    # A line of a log or a dialogue may pass for the key and the value of a mapping.
    is_prose = not is_data or (not content.is_json and any(" " in key for key in content.keys))
    kind = first_fitting(LIKELY, content) if is_prose else None
    if kind:
        return _naming(kind, name, tried)
    what, keys = looks(content)
    first = '{"argmap": 1' if content.is_json else "argmap: 1"
    hint = f"a map begins with: {first}"
    return _error(
        f"this looks like {what}, not like {tried}", name, f"{keys}; {hint}" if keys else hint
    )


def _naming(kind: Kind, name: str, tried: str) -> InvalidMapError:
    return _error(f"this looks like {kind.name}, not like {tried}; {kind.advice}", name)


def _error(message: str, name: str, hint: str | None = None) -> InvalidMapError:
    # Without the text: no line of it is at fault.
    diagnostic = Diagnostic("other-kind", message, Location(name, 1, 1), hint)
    return InvalidMapError([diagnostic], FileText("", name))
