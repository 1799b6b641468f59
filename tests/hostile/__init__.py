"""Attacks and faults: what comes from other hands, and what happens to a machine while the program runs."""
