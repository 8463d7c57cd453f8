"""Which articles tell one text, and what one of them lends another."""
