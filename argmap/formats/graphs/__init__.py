"""Formats of graph files, for graph editors and networkx.

``graphml``, ``gexf``, ``cytoscape`` and ``node_link`` are formats. They are written from
the networkx graph of ``_attributed``. A file is read into a ``Graph`` (``_graph``; from
XML by ``_xml``, from JSON by ``_json``), of which ``_reader`` makes a map. May import
``documents``, the underscore modules of ``formats`` and what is below. Begin with
``_attributed``.
"""
