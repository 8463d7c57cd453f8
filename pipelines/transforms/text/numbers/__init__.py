"""Numbers in digits and words, what they count, and the low, best and high they state."""
