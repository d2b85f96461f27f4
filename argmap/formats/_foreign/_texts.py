"""Kinds of texts: those that show what they are, and those that only seem to be something."""

from __future__ import annotations

from argmap.formats._foreign._content import Content, Kind, begins, kind, lines

_NO_MAP = "it has no claims to be read: name a map"
_WRITTEN = "write its claims and relations as a map (argmap new begins one)"
_CODE = (
    r"(import [\w.*{]|from [\w.]+ import |(async )?def \w+\(|class \w+[(:{ ]|#include\s*[<\"]"
    r"|package [\w.]+;?$|using [\w.]+;|(public|private|static|export|const|let|var) \w"
    r"|function \w+\(|fn \w+|use [\w:]+;|#!|@\w+(\(|$)|\"\"\"|}$)"
)
_TIME = r"[\[(<]?\d{1,2}:\d\d(:\d\d)?([.,]\d+)?[\])>]?\s"
_DAY = r"\[?(\d{4}[-/]\d\d[-/]\d\d|[A-Z][a-z]{2} +\d{1,2} \d\d:\d\d)"
_LEVEL = r"\[?(TRACE|DEBUG|INFO|WARN(ING)?|ERROR|FATAL|CRITICAL)\b"

CERTAIN: tuple[Kind, ...] = (
    kind("an RTF document", _WRITTEN, begins(r"\{\\rtf")),
    kind(
        "a LaTeX document",
        _WRITTEN,
        begins(r"(%.*\n\s*)*\\(documentclass|begin\{|usepackage|input\{|section\{|chapter\{)"),
    ),
    kind(
        "a bibliography in BibTeX",
        _NO_MAP,
        begins(r"(%.*\n\s*)*@\w+\{\s*[\w:./-]+\s*[,=]"),
    ),
    kind("a bibliography in RIS", _NO_MAP, begins(r"TY  - ")),
    kind("subtitles in WebVTT", _WRITTEN, begins(r"WEBVTT\b")),
    kind(
        "subtitles in SubRip",
        _WRITTEN,
        begins(r"\d+\s*\n\d\d:\d\d:\d\d[,.]\d+ *-->"),
    ),
    kind(
        "an e-mail",
        _WRITTEN,
        begins(r"From \S+@\S+ .*\d"),
        begins(
            r"((received|return-path|delivered-to|from|to|cc|date|subject|message-id|reply-to"
            r"|mime-version|content-type)[ \t]*:.*\n([ \t]+\S.*\n)*){3,}\s*\n"
        ),
    ),
    kind("a calendar or address card", _NO_MAP, begins(r"BEGIN:(VCALENDAR|VCARD)")),
    kind(
        "a patch",
        _NO_MAP,
        begins(r"(commit [0-9a-f]{7,}|diff (--git|-[ruN]+) |Index: |--- \S.*\n\+\+\+ \S)"),
    ),
    kind("a key or certificate", _NO_MAP, begins(r"-----BEGIN [A-Z ]+-----")),
    kind(
        "a pointer of Git LFS",
        "fetch the file itself with git lfs pull",
        begins(r"version https://git-lfs"),
    ),
    kind("a script", _NO_MAP, begins(r"#!\s*/")),
    kind("PHP", _NO_MAP, begins(r"<\?php\b")),
    kind(
        "a Dockerfile", _NO_MAP, begins(r"(#.*\n\s*)*FROM [\w./:-]+(\s+AS \w+)?\s*\n\s*(#|[A-Z]+ )")
    ),
    kind(
        "SQL",
        _NO_MAP,
        begins(r"(--.*\n\s*)*create\s+(table|view|database)\s+[\w.\"`]+(\s+\w+)*\s*[(;]"),
        begins(r"(--.*\n\s*)*insert\s+into\s+[\w.\"`]+\s*(\(|values|select)"),
        begins(r"(--.*\n\s*)*(?-i:SELECT)\s[^;]{1,500}?\s(?-i:FROM)\s"),
    ),
    kind(
        "a configuration in TOML or INI",
        _NO_MAP,
        begins(
            r"([#;].*\n\s*|[\w.-]+\s*=.*\n\s*)*\[[^\]\n]+\]\]?[ \t]*([#;].*)?\n"
            r"\s*([#;].*\n\s*)*[\w.\"'-]+\s*="
        ),
    ),
)
"""What shows what it is by how it begins."""


def _is_table(content: Content) -> bool:
    """Return whether the first lines have the same number of cells, and the first has names."""
    found = [line for line in content.head.splitlines() if line.strip()][:8]
    if len(found) < 2 or found[0].rstrip().endswith((".", "!", "?", ":")):
        return False
    # A quoted cell may have any number of delimiters.
    import csv

    for delimiter in "\t;,|":
        widths = {len(row) for row in csv.reader(found[:-1] or found, delimiter=delimiter)}
        least = 3 if delimiter == "," else 2
        if len(widths) == 1 and widths.pop() >= least:
            return True
    return len(found) > 2 and all(line.count(",") == 1 and ", " not in line for line in found)


LIKELY: tuple[Kind, ...] = (
    kind(
        "a table in CSV",
        "give it the columns id, text, relation and target, or from, relation and target",
        _is_table,
    ),
    kind("a log", _NO_MAP, lines(_DAY, 2, 0.5), lines(_LEVEL, 2, 0.5)),
    kind("program code", _NO_MAP, lines(_CODE, 2, 0.12)),
    kind(
        "a transcript",
        _WRITTEN,
        lines(_TIME, 2, 0.2),
        lines(r"[A-Z][\w.’' -]{1,30}(\(\w+\))?:\s", 3, 0.4),
        lines(r"[\[(<][\w .’'-]{1,30}[\])>]:?\s", 3, 0.4),
    ),
    kind(
        "Markdown",
        "argmap does not read it: write it as Argdown, or name it so with --from argdown",
        lines(r"#{1,6} \S"),
        lines(
            r"```|~~~|\[[^\]]{1,200}\]: \S+$|[-*] \[[ xX]\] |(=+|-{3,})\s*$"
            r"|.{0,200}?\[[^\]]{1,200}\]\(\S",
        ),
    ),
    kind("reStructuredText", _WRITTEN, lines(r"\.\. [\w-]+::")),
    kind("an outline of Org", _WRITTEN, lines(r"\*+ (TODO|DONE)\b|#\+\w+:")),
)
"""What other texts may look like as well; the first one that fits is named."""
