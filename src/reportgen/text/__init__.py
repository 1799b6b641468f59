"""What is known of Chinese text, and nothing of reports."""
