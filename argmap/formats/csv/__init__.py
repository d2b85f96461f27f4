"""CSV, for spreadsheets.

``format`` is the format, and writes it. ``tables`` reads the cells of a text, with their
places; ``claims`` and ``relations`` make the parts of a map of them. May import
``documents``, the underscore modules of ``formats`` and what is below. Begin with
``format``.
"""
