"""Tilik: who claims what, according to which source, and since when."""
