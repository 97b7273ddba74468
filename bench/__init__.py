"""What a build costs, beside what others cost, on the same made-up examples. `make bench` runs it.

`corpus` and `words` make the examples, `ours`, `hugo` and `material` are the builders, `edits` says
what is changed between builds,
`measure` runs a command, `weight` weighs what a reader loads, `preview` times the live preview,
`__main__` prints.
"""
