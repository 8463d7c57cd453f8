"""Contracts of core."""
