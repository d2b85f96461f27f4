"""The text of a YAML or JSON file, changed in place whatever its layout.

Knows text and no map. ``page`` is the text: entries are put in, taken out and
replaced at the places of the events of the YAML parser (``nodes``) and of what
stands between them (``gaps``), in the manner of what stands around (``wording``).
May import ``documents`` and below.
"""
