"""Kinds of files in JSON, YAML and XML that have nothing to do with arguments."""

from __future__ import annotations

from argmap.formats._foreign._content import Content, Kind, begins, items, keys, kind, root, rows

_NO_MAP = "it has no claims to be read: name a map"
_DRAWN = "name the map that it was drawn from"


def _is_compose(content: Content) -> bool:
    found = content.member("services")
    parts = found.values() if isinstance(found, dict) else ()
    return any(
        isinstance(part, dict) and not part.keys().isdisjoint({"image", "build"}) for part in parts
    )


def _are_objects(content: Content) -> bool:
    """Return whether each of the first lines is a JSON object of its own."""
    import json

    found = [line for line in content.head.splitlines() if line.strip()][:3]
    try:
        # The last line of the head may be cut off.
        values = [json.loads(line) for line in (found[:2] if len(found) > 2 else found)]
    except (ValueError, RecursionError):
        return False
    return len(values) > 1 and all(isinstance(value, dict) for value in values)


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
        keys("name", some="version scripts dependencies devDependencies require"),
    ),
    kind("a package-lock.json of npm", _NO_MAP, keys("lockfileVersion")),
    kind("a tsconfig.json of TypeScript", _NO_MAP, keys("compilerOptions")),
    kind("a Jupyter notebook", _NO_MAP, keys("nbformat"), keys("cells", "metadata")),
    kind("GeoJSON", _NO_MAP, keys("type", some="features geometry coordinates")),
    kind(
        "a JSON Schema",
        "it describes files, such as a map, and is none",
        keys("$schema", some="properties $defs definitions items oneOf anyOf allOf"),
        keys("type", "properties"),
    ),
    kind("findings in SARIF", _NO_MAP, keys("runs", "version")),
    kind(
        "JSON Lines",
        "make it one JSON object with claims and relations, or a CSV file with the columns "
        "id, text, relation, target",
        _are_objects,
    ),
    kind("an SVG picture", _DRAWN, root("svg")),
    kind(
        "an HTML page",
        "name the map that it shows, or export the discussion from its site as text",
        root("html", "head", "body", "div", "table", "p"),
        begins(r"<!doctype html"),
    ),
    kind("a feed", _NO_MAP, root("rss", "feed")),
    kind("a TEI text", "write its claims as a map (argmap new begins one)", root("TEI", "TEI.2")),
    kind("a property list of Apple", _NO_MAP, root("plist")),
    kind("a project of Maven", _NO_MAP, root("project")),
)
