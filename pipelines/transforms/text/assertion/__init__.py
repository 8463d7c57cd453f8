"""How sure: denied, planned, past, figurative or another cause than war."""
