"""Checks that run before a library exists: over files as they were read."""
