"""The relations table, the immutable library and its questions."""
