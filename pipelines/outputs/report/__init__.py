"""One self-contained HTML page of what the published warehouse holds."""
