"""Who took, holds, lost or contests which place."""
