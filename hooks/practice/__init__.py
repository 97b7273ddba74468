"""The core of Outcomes in Practice: from YAML files to pages. It never imports mkdocs."""

import os

os.environ.setdefault(
    "PYDANTIC_DISABLE_PLUGINS", "__all__"
)  # else pydantic looks through every installed package at each start
