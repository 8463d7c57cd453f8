"""When: expressions of time, and which of them dates an event."""
