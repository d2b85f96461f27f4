"""Two changed maps merged by way of the map that both come from.

Begin with ``merge``. Claims are merged first, then relations, then everything else
(``_claims``, ``_relations``, ``_facts``), each by the rules of ``_three_way``. What both
sides changed differently is a collision and stays as ours has it. May import
``analysis.comparing`` and below.
"""
