"""The text of a YAML or JSON file, changed in place whatever its layout.

Knows text and nothing of maps: begin with ``YamlText``, the only door. Behind
it, the values of a text are found in the events of the YAML parser
(``_nodes``) and in what stands between them (``_gaps``), and new text
(``_values``, ``_layout``) is spliced in, or old text out, entry by entry
(``_entries``, ``_removal``, ``_splices``). May import ``documents`` and below.
"""

from argmap.editing.yaml_text._obstacles import UnfitLayoutError
from argmap.editing.yaml_text._text import YamlText

__all__ = ["UnfitLayoutError", "YamlText"]
