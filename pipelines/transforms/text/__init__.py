"""The text half: a module a stage, documents to claims; the rooms beside them read language."""
