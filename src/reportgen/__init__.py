"""reportgen: one YAML file a year in, the report a committee prints out (DOCX and PDF)."""

__version__ = "0.1.0"
