"""Kinds of texts: those that show what they are, and those that only seem to be something."""

from __future__ import annotations

import re

from argmap.formats._foreign._content import HEAD, Content, Kind, begins, kind, lines

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

_MAIL = frozenset({"from", "to", "cc", "subject", "date", "message-id", "mime-version", "received"})
_HEADER = re.compile(r"([A-Za-z][A-Za-z-]*):(?:[ \t].*)?$")


def _is_mail(content: Content) -> bool:
    """Return whether there are headers, then a blank line; of YAML, which has keys, several."""
    head, blank, _ = content.head.partition("\n\n")
    found = [_HEADER.match(line) for line in head.splitlines() if line[:1] not in {" ", "\t"}]
    names = [header[1].lower() for header in found if header]
    known = _MAIL.intersection(names)
    least = 3 if isinstance(content.value, dict) else 2
    return bool(blank) and len(names) == len(found) and len(known) >= least


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
    kind("subtitles in SubStation Alpha", _WRITTEN, begins(r"\[Script Info\]")),
    kind(
        "subtitles in SubRip",
        _WRITTEN,
        begins(r"\d+\s*\n\d\d:\d\d:\d\d[,.]\d+ *-->"),
    ),
    kind(
        "an e-mail",
        _WRITTEN,
        begins(r"From \S+@\S+ .*\d"),
        _is_mail,
    ),
    kind("a calendar or address card", _NO_MAP, begins(r"BEGIN:(VCALENDAR|VCARD)")),
    kind(
        "a patch",
        _NO_MAP,
        begins(r"(commit [0-9a-f]{7,}|From [0-9a-f]{40} |diff (--git|-[ruN]+) |Index: )"),
        begins(r"--- \S.*\n\+\+\+ \S"),
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
    every = [line for line in content.head.splitlines() if line.strip()][:9]
    found = every[:-1] if len(every) > 8 or len(content.head) == HEAD else every
    if len(found) < 2 or found[0].rstrip().endswith((".", "!", "?", ":", "{", ";", ",")):
        return False
    # A quoted cell may have any number of delimiters.
    import csv

    for delimiter in "\t;,|":
        rows = list(csv.reader(found, delimiter=delimiter))
        least = 3 if delimiter == "," else 2
        if all(len(row) == len(rows[0]) >= least for row in rows) and all(map(str.strip, rows[0])):
            return True
    return len(found) > 2 and all(line.count(",") == 1 and ", " not in line for line in found)


def _is_dialogue(content: Content) -> bool:
    """Return whether many lines begin with the name of who speaks, and one of them again."""
    every = [line for line in content.head.splitlines() if line.strip()]
    for speaker in _SPEAKERS:
        found = [match[0] for line in every if (match := speaker.match(line))]
        if len(found) > max(2, len(set(found))) and len(found) >= 0.4 * len(every):
            return True
    return False


_SPEAKERS = (
    re.compile(r"[A-Z][\w.’' -]{0,30}(\(\w+\))?[:.]\s"),
    re.compile(r"[\[(<][\w .’'-]{1,30}[\])>]:?\s"),
)
_HEADING = re.compile(
    r"(?:\A|\n[ \t]*\n)(?:#{1,6} .*|\S.*\n(?:={3,}|-{3,})[ \t]*)(?=\n[ \t]*\n|\s*\Z)"
)
_SUBHEADING = re.compile(r"^#{2,6} \S.*\n(?!#)", re.MULTILINE)
_OVERLINE = re.compile(r"^([=~*#])\1{3,}\n\S.*\n\1{4,}$", re.MULTILINE)


def _has_heading(content: Content) -> bool:
    """Return whether there is a heading of Markdown; ``#`` alone begins a comment elsewhere."""
    found = (_HEADING.search(content.head), _SUBHEADING.search(content.head))
    return any(found)


def _has_overline(content: Content) -> bool:
    return _OVERLINE.search(content.head) is not None


LIKELY: tuple[Kind, ...] = (
    kind(
        "a file with an unresolved conflict of git",
        "choose one side, and delete the lines <<<<<<<, ======= and >>>>>>>",
        lines(r"<{7} "),
    ),
    kind(
        "a text that Markdown shows as code",
        "delete its first and its last line, which mark it so",
        begins(r"(```|~~~) *\w*\n\s*[{<a-z\[]"),
    ),
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
        _is_dialogue,
    ),
    kind("a wiki text", _WRITTEN, lines(r"(={2,6}) .+ \1\s*$"), begins(r"(={1,6}) .+ \1\s*$")),
    kind("reStructuredText", _WRITTEN, lines(r"\.\. [\w-]+::"), _has_overline),
    kind(
        "Markdown",
        "argmap does not read it: write it as Argdown, or name it so with --from argdown",
        _has_heading,
        begins(r"---\n(.+\n)*---\n\s*(?!-)\S"),
        lines(
            r"```|~~~|\[[^\]]{1,200}\]: <?(\w+:|[./#])\S*$|\[\^\w{1,30}\]: |[-*] \[[ xX]\] "
            r"|\|?[ :]*-{3,}[ :]*\||.{0,200}?\[[^\]]{1,200}\]\(\S|.{0,200}?\[\[[^\]]{1,200}\]\]"
        ),
    ),
    kind("an outline of Org", _WRITTEN, lines(r"\*+ (TODO|DONE)\b|#\+\w+:")),
)
"""What other texts may look like as well; the first one that fits is named."""
