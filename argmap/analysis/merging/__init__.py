"""Two changed maps put together by way of the map that both come from.

``merge`` does it claim by claim and relation by relation, and names what both sides
changed in different ways. May import ``analysis.comparing`` and below. Begin with
``merge``.
"""
