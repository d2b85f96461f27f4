"""The page of a map, made of the markup, style and scripts in this folder.

It loads nothing from elsewhere. The map is data that the scripts read; a policy in the
page allows only these scripts and this style (https://www.w3.org/TR/CSP3/).
"""

from __future__ import annotations

import json
from base64 import b64encode
from functools import cache
from hashlib import sha256
from html import escape
from importlib.resources import files
from string import Template

from argmap.errors import ArgmapError
from argmap.formats.html.colours import colour_rules
from argmap.formats.html.content import content
from argmap.model import ArgumentMap
from argmap.model.losses import Losses
from argmap.model.text import one_line
from argmap.pictures.drawing import svg_element
from argmap.pictures.picture import Picture, Theme

_SCRIPTS = (
    *("map", "dom", "focus", "rows", "grounded", "questions", "what_if", "line", "outline"),
    *(
        "outline_keys",
        "arcs",
        "minimap",
        "match",
        "search",
        "claim",
        "copy",
        "chains",
        "chain_view",
    ),
    *("picture", "paper", "legend", "theme", "page"),
)
_SHEETS = ("rows", "page", "paper")  # page has what holds on small screens, and comes after rows
_AS_ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&'\u2028\u2029"}


def page(argument_map: ArgumentMap, picture: Picture, losses: Losses) -> str:
    """Return the page of a map, which opens from disk and uses no network.

    It opens on the rows of the outline. It has a picture where one can be drawn; otherwise
    the notes of ``losses`` give the reason. ``picture`` has the options, outcome, source text
    and highlighted chain; with its dark theme the page is dark, otherwise it follows the
    reader's screen.
    """
    losses.add_expectations(argument_map, is_minor=True)  # they are for authors, not for readers
    losses.add_schemes(argument_map)
    style, script = _style(), _script()
    drawn = _drawn(argument_map, picture, losses)
    return _template().substitute(
        theme=' data-theme="dark"' if picture.theme is Theme.DARK else "",
        has_picture=" data-has-picture" if drawn else "",
        policy=_policy(style, script),
        title=escape(one_line(argument_map.title or "Argument map")),
        style=style,
        picture=drawn,
        data=as_json(content(argument_map, picture)),
        script=script,
    )


def as_json(value: object) -> str:
    """Return JSON that can neither end its element nor begin another."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.translate(_AS_ESCAPES)


def _drawn(argument_map: ArgumentMap, picture: Picture, losses: Losses) -> str:
    if not argument_map.claims:
        return ""
    # The page itself has dark colours and highlights.
    light = picture._replace(theme=Theme.LIGHT, highlighted=None)
    try:
        return svg_element(_untitled(argument_map), light)
    except ArgmapError as error:
        reason = f"{error.message}; {error.hint}" if error.hint else error.message
        losses.notes.append(f"the page has no picture: {reason}")
        return ""


def _untitled(argument_map: ArgumentMap) -> ArgumentMap:
    """Return a map without its title, which the page has above the picture."""
    claims, relations = argument_map.claims.values(), argument_map.relations.values()
    return ArgumentMap(claims, relations, source=argument_map.source, voices=argument_map.voices)


def _policy(style: str, script: str) -> str:
    """Return a policy that allows nothing but this style and this script."""
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src '{_hash(style)}'",
            f"script-src '{_hash(script)}'",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        )
    )


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _read(name: str) -> str:
    return files(__package__).joinpath(name).read_text("utf-8")


@cache
def _template() -> Template:
    return Template(_read("page.html"))


@cache
def _style() -> str:
    sheets = "\n".join(_read(f"{name}.css") for name in _SHEETS)
    return f"\n{sheets}\n{colour_rules()}"


@cache
def _script() -> str:
    return "\n" + "\n".join(_read(f"{name}.js") for name in _SCRIPTS)
