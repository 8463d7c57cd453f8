"""Runs of who took a place, and what speaks of them."""
