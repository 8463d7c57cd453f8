"""The relational half as SQL files: intermediate, core, marts, macros and checks."""
