"""Documents from other programs."""
