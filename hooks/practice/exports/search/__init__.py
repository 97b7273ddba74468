"""What the finder reads: facets, rows, words that mean the same, and the text that is searched."""
