"""Who was harmed: counts, victims and doers of killing, wounding, capture and flight."""
