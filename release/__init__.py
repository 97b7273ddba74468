"""Releases and the supply chain: what a release holds, under which licences its dependencies stand,
and whether a fault is known in one of them.
"""
