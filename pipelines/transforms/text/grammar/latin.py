"""The letters that names in English text are written with, as ranges for a class in a pattern.

Every evaluation builds its pattern anew, and one that repeats \\p{L} or \\w takes milliseconds to
build: those have hundreds of ranges.
"""

LATIN = r"A-Za-z\x{C0}-\x{24F}"
