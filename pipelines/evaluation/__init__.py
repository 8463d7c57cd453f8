"""Measures the warehouse against answers made by hand."""
