"""Scores against hand-made gold, floors, and the gate that holds them."""
