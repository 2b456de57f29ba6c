"""Where the desk's own files lie."""

from pathlib import Path

HERE = Path(__file__).parent
