"""The engine under the rules: phrases to mentions, mentions to tags, arguments to triggers."""
