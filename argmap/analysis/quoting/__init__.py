"""Whether the quotes of a map are the words of its source, and where these stand.

``key`` is what of a text counts in comparing; ``source`` finds a quote in a source text, and
``nearest`` the passage that is most like one that is nowhere; ``quotations`` asks all that
of the quotes of a map. Takes and returns values. May import ``model`` and ``analysis`` but
for its packages. Begin with ``quotations``.
"""
