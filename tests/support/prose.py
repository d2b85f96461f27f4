"""Texts that are no maps: prose, lists, logs, code and others, and how to draw more of them."""

from __future__ import annotations

from hypothesis import strategies as st

TEXTS = {
    "prose": "The pool is old. It leaks.\n\nNobody knows why: the plans are lost.\n",
    "a numbered line": "Minutes of the meeting\n\n1. The pool\n\nAnn said that it leaks.\n",
    "a numbered list": "1. Milk\n2. Bread\n3. Eggs\n  3.1. six of them\n",
    "a list of points": "Shopping\n\n- milk\n- bread\n  - white\n  + brown\n* eggs\n",
    "pros and cons": "Pro: it is cheap.\nCon: it is old.\n\nPro: people like it.\n",
    "numbered headings": "1. Introduction\n\n   The pool.\n\n1.1. Terms\n\n   Old.\n\n1.2. Scope\n",
    "a discussion in words": "Discussion Title: The pool\n\nAnn: So?\n\n1. Look\n\nBob: No.\n",
    "a changelog": "1.1.0 (2019-12-02)\n- [fix] the pool\n- <b> is bold\n\n1.0.0\n- first\n",
    "known issues": (
        "KNOWN ISSUES\n\n[Windows]\n  - [slow] start; see [1]\n\n[Linux]\n  - none\n\n"
        "[1]: https://example.org\n"
    ),
    "known issues by system": (
        "<Windows>\n  - <slow> start of the program\n\n[Linux]: the menu is empty\n  - restart\n"
    ),
    "two who speak": "[Ann]: Tell me about it.\n[Bob]: It is old.\n  - and cold\n",
    "tasks": "[x] look at the pool\n[ ] close it\n  - [ ] the door\n  - [x] the windows\n",
    "subtitles": "[Music]\n\n- [Ann] Good evening.\n- Good evening.\n\n[Applause]\n",
    "an interview": "[Ann]: Is it old?\n\n[Bob]: Very.\n\n[Ann]: And then?\n\n[Ann]: Well.\n",
    "a chat": "<ann> is it old?\n<bob> yes\n  - very\n<ann> oh\n",
    "lyrics": "[Verse 1]\nThe pool is old\n\n[Chorus]\nAnd it leaks\n\n[Verse 2]\nIt leaks\n",
    "a log": "[INFO]: opened\n  - one\n[WARN]: old\n[INFO]: closed\n[INFO]: done\n[INFO]: x\n",
    "a stack trace": "Error: no pool\n  at (<anonymous>)\n  -> [native code]\n  at main (a.js:3)\n",
    "code": "if (a) {\n  b -> [c];\n  x = <int>(y);\n}\n  - [d]\n",
    "arrows": "water -> [pool]\n  pool -> sea\n<- back\n",
    "settings": "[server]\nport = 80\n  - old\n\n[client]\n",
    "a reading list": "[1]: Smith 2001, The Pool\n  - good\n[2]: Jones 2003\n",
    "a letter": "Dear Ann,\n\nthe pool -- you know it -- leaks.\n\n--\nBob\n",
    "premises in words": "(1) The pool is old.\n(2) It leaks.\n\nSo it should be closed.\n",
    "a contract": "§ 1 Pool\n(1) The pool is open.\n(2) It closes at six.\n\n§ 2\n(1) Fees.\n",
    "a table of words": "a | b\n--|--\n1 | 2\n",
    "lines of one word": "old\nleaks\nclosed\n",
    "words and a hash": "The pool\n#\nIt is old.\n",
    "markup": "<p>\n  - <b>old</b>\n</p>\n",
    "a quotation of a map": "This is Argdown:\n\n```\n[A]: It is old.\n  - [B]: No.\n```\n",
    "a screenplay": "ANN\n(to Bob)\nIt leaks.\n\nBOB\n[laughs]\n",
    "questions and answers": "Q: Is it old?\nA: Yes.\nQ: Does it leak?\nA: Yes.\n",
}
"""Texts by what they are."""

_WORDS = st.sampled_from(["The pool", "leaks", "Ann", "old", "see", "1999", "e.g. this", "a: b"])
_SENTENCES = st.lists(_WORDS, min_size=1, max_size=6).map(" ".join)
_STARTS = st.sampled_from(
    [
        *("", "", "", "- ", "* ", "+ ", "  - ", "    + ", "1. ", "2. ", "1.1. ", "(1) ", "# "),
        *("[Music] ", "[Ann]: ", "[Ann] ", "<ann> ", "ANN: ", "Q: ", "Pro: ", "Con: ", "> "),
        *("[00:01] ", "[INFO] ", "[ ] ", "  - [x] ", "  - [link](x) ", "-- ", "| ", "// ", "; "),
    ]
)
_LINES = st.tuples(_STARTS, _SENTENCES, st.sampled_from(["", ".", ":", " [1].", " <b>"]))
_BREAKS = st.sampled_from(["\n", "\n", "\n\n", "\r\n"])


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Draw lines of words, which begin as those of lists, dialogues, logs and other texts do."""
    lines = draw(st.lists(st.tuples(_LINES, _BREAKS), min_size=1, max_size=25))
    return "".join("".join(line) + end for line, end in lines)
