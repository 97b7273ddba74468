"""What helps people to send an example: questions, choices, writing the file, mending it, and
answering what was sent.

Neighbours: it reads the library and the rules, as pages and exports do, and renders no page.
"""
