"""Pictures of maps, as cards or as a page: the work behind the formats svg, png and pdf.

Begin with ``drawing``, which draws a map as a ``Picture`` says (``picture``). A page is rows
of text (``page``), which ``typesetting`` makes a PDF or PNG of. Cards are drawn by Graphviz:
``digraphs`` writes it for Graphviz, with ``cards`` for claims; ``graphviz`` has
it laid out and rendered in a process of its own (``child``); ``finishing`` adds
title, legend and frames, and ``accessible`` makes the SVG. ``colours`` are those
of every format. Graphviz comes with the extra ``draw``. May import ``analysis``
and below.
"""
