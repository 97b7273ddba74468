"""Compiled templates, kept in `.cache/`.

A damaged or foreign one is a miss, and so is one of a template that has changed.
"""

from __future__ import annotations

import os

import jinja2
from jinja2.bccache import Bucket

from ..cache import load, store


class Compiled(jinja2.BytecodeCache):
    """A folder of compiled templates.

    Jinja itself looks whether one fits its template and this Python.
    """

    def __init__(self, folder: str):
        self.folder = folder

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fills the bucket, or leaves it empty."""
        raw = load(os.path.join(self.folder, bucket.key))
        if isinstance(raw, bytes):
            bucket.bytecode_from_string(raw)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps what is in the bucket."""
        store(os.path.join(self.folder, bucket.key), bucket.bytecode_to_string())
