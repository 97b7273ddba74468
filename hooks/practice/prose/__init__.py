"""How easy a text is to read, and which words it uses."""
