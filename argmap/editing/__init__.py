"""Changing a map file in place: only the lines that are meant, whatever the layout.

A change is made on the map first (``changes``). Then the text is made to follow
(``rewriting``): the places of what differs are found in the events of the YAML
parser (``nodes``) and in what stands between them (``gaps``), and new text is
put there (``splices``, ``collections``, ``removal``), in the manner of what
stands around it (``wording``). Last, the new text is read: unless it says what
the changed map says, the file stays as it was (``file``), and what is in the
way is told (``obstacles``).
"""
