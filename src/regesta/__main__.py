"""`python -m regesta` is the command line."""

from regesta.cli import main

if __name__ == "__main__":
    main()
