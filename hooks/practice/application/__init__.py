"""From the library to a published site: what MkDocs drew, what was kept, and the one step in which
the site changes.
"""
