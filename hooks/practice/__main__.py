"""The command line: ``python -m practice``."""

import atexit
import gc


def main() -> None:
    """Runs the command of `sys.argv`."""
    # A command allocates much and frees little, as does importing it: collect garbage rarely.
    gc.set_threshold(1_000_000, 10_000)
    atexit.register(gc.freeze)  # else Python looks at every object once more before it ends
    from .cli import main

    main()


if __name__ == "__main__":
    main()
