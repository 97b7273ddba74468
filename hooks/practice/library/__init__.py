"""The table of relations, the immutable library, and what is worked out from it."""
