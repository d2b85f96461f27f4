"""Kinds of files in JSON, YAML and XML that have nothing to do with arguments."""

from __future__ import annotations

from argmap.formats._foreign._content import (
    Content,
    Kind,
    begins,
    items,
    keys,
    kind,
    root,
    rows,
    starts,
)

_NO_MAP = "it has no claims to be read: name a map"
_DRAWN = "name the map that it was drawn from"


def _is_compose(content: Content) -> bool:
    found = content.member("services")
    parts = found.values() if isinstance(found, dict) else ()
    return any(
        isinstance(part, dict) and not part.keys().isdisjoint({"image", "build"}) for part in parts
    )


def _is_package(content: Content) -> bool:
    """Return whether there is a name, with what a package is built from or with its version."""
    parts = ("scripts", "dependencies", "devDependencies", "require")
    further = ("description", "main", "license", "author", "type", "private", "manifest_version")
    return "name" in content.keys and (
        any(isinstance(content.member(part), dict) for part in parts)
        or ("version" in content.keys and any(key in content.keys for key in further))
    )


def _is_schema(content: Content) -> bool:
    return content.member("type") in ("object", "array") and "properties" in content.keys


KINDS: tuple[Kind, ...] = (
    kind("an OpenAPI description", _NO_MAP, keys("openapi"), keys("swagger")),
    kind("a file of Docker Compose", _NO_MAP, _is_compose),
    kind("a workflow of GitHub", _NO_MAP, keys("jobs", some="on name")),
    kind("an action of GitHub", _NO_MAP, keys("runs", some="inputs outputs description")),
    kind("a manifest of Kubernetes", _NO_MAP, keys("apiVersion", "kind")),
    kind("a playbook of Ansible", _NO_MAP, rows("hosts")),
    kind("the configuration of pre-commit", _NO_MAP, items("repos", "hooks")),
    kind("an environment of conda", _NO_MAP, keys("dependencies", "channels")),
    kind("the configuration of MkDocs", _NO_MAP, keys("site_name")),
    kind(
        "the description of a package, such as package.json",
        _NO_MAP,
        _is_package,
    ),
    kind("a package-lock.json of npm", _NO_MAP, keys("lockfileVersion")),
    kind("a tsconfig.json of TypeScript", _NO_MAP, keys("compilerOptions")),
    kind("a Jupyter notebook", _NO_MAP, keys("nbformat"), keys("cells", "metadata")),
    kind("GeoJSON", _NO_MAP, keys("type", some="features geometry coordinates")),
    kind(
        "a JSON Schema",
        "it describes files, such as a map, and is none",
        keys("$schema", some="properties $defs definitions items oneOf anyOf allOf"),
        _is_schema,
    ),
    kind("findings in SARIF", _NO_MAP, keys("runs", "version")),
    kind("an SVG picture", _DRAWN, root("svg")),
    kind(
        "an HTML page",
        "name the map that it shows, or export the discussion from its site as text",
        root("html", "head", "body", "div", "table", "p", "script", "style", "HTML", "HEAD"),
        root(*(f"h{level}" for level in range(1, 7)), "template", "span", within="</"),
        begins(r"<!doctype html"),
    ),
    kind("a feed", _NO_MAP, root("rss", "feed")),
    kind("a TEI text", "write its claims as a map (argmap new begins one)", root("TEI", "TEI.2")),
    kind("a property list of Apple", _NO_MAP, root("plist"), starts(b"bplist")),
    kind("a project of Maven", _NO_MAP, root("project", within="<modelVersion")),
)
