"""The scraped page: its lines, parts, headline, publisher, language and date of publication."""
