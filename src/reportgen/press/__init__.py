"""PDFs for copiers and presses: pages on sheets, and what would not print well. Loaded by ``print`` alone."""
