"""From the library to a published site: what MkDocs rendered, what was cached, and the one step in
which the site changes.
"""
