"""Pictures of maps, drawn by Graphviz: the work behind the formats svg, png and pdf.

``picture`` says how a map is to be drawn, and ``drawing`` draws it: to the bytes of
a file, or to an element of a page. Graphviz comes with the extra ``draw``.
"""
