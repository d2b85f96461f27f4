"""The balance of arguments: what weighs more on each side of an issue, and so what stands.

After Gordon and Walton, "Formalizing Balancing Arguments" (COMMA 2016), the model of
Carneades 4. ``reading`` makes arguments and contests of a map, ``weighing`` has the
weighing functions and the proof standards, ``labelling`` says what is in and out, and
``turning`` which weight would change that. May import ``analysis.solving`` and below.
Begin with ``reading``.
"""
