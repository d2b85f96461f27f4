"""Pictures of maps, drawn by Graphviz: the work behind the formats svg, png and pdf.

Begin with ``drawing``, which draws a map as a ``Picture`` says (``picture``):
``digraphs`` writes it for Graphviz, with ``cards`` for claims; ``graphviz`` has
it laid out and rendered in a process of its own (``child``); ``finishing`` adds
title, legend and frames, and ``accessible`` makes the SVG. ``colours`` are those
of every format. Graphviz comes with the extra ``draw``. May import ``analysis``
and below.
"""
