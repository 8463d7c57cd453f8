"""Contracts of marts."""
