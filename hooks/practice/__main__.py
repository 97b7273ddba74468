"""The command line: ``python -m practice``."""

import gc


def main() -> None:
    """Runs the command of `sys.argv`."""
    # A command allocates much and frees little, as does importing it: collect garbage rarely.
    gc.set_threshold(200_000, 10_000)
    from .cli import main

    main()


if __name__ == "__main__":
    main()
