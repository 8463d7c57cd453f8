"""Cells of who was harmed where and when, and what joins them by evidence."""
