"""Regesta: raw news pages in, a register of who did what to whom out, every line cited."""

__version__ = "0.1.0"
