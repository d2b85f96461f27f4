"""What the formats of graph files have in common: networkx graphs written and read back."""
