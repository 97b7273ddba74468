"""What a build costs, beside what others cost, on the same made-up examples. `make bench` runs it.

`corpus` makes the examples, `ours` and `hugo` are the builders, `edits` says what is changed
between builds, `measure` runs a command, `weight` weighs what a reader loads, `preview` times the
live preview, `finder` and `held_out` ask questions, `__main__` prints.
"""
