"""A map as a page: rows of text, each claim once, with brackets, territory and arcs.

Begin with ``composing``, which lays out a map on as many sheets as it takes. ``entries``
are what rows say, ``metrics`` the sizes and columns they are set in by ``setting``,
``flow`` their places; ``arcs`` joins rows that lie apart. ``painting`` writes the SVG of a
sheet with ``shapes`` and ``furniture``, the title and the legend. ``measuring`` says how
wide text is. None of it needs Graphviz, nor the fonts of the machine.
"""
