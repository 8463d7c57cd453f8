"""Attacks told with or without a figure: weapon, attacker, target and place."""
