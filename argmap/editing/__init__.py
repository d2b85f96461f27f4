"""Changing a map file in place: only the lines that are meant, whatever the layout.

Begin with ``file``: it opens a map file, and writes it back with a change
(``changes``: a map in, another out). ``rewriting`` makes the text follow the
changed map, part by part (``claims``, ``relations``, ``expectations``), through
the one door of ``yaml_text``; the result is read, and taken only if it says what
the changed map says. ``merging`` does so for merges; ``settings`` and
``templates`` have what people write. May import ``formats`` and below.
"""
