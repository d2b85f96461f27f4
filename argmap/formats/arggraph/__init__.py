"""The XML of arg-microtexts, which is read and not written.

``format`` is the format; ``elements`` reads the elements and their references, and
collects the errors. May import ``documents``, the underscore modules of ``formats`` and
what is below. Begin with ``format``.
"""
