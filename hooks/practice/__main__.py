"""The command line: ``python -m practice``."""

from .cli import main

if __name__ == "__main__":
    main()
