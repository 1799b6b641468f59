"""Knowledge of Chinese text that needs no knowledge of reports."""
