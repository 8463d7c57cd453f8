"""Where: names against the gazetteer, ambiguity, lists of places, and the scene of an event."""
