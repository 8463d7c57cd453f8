"""Who fights: actors by name or kind, who of those in a sentence acts, how many they are."""
