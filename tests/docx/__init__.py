"""Tests of the docx room."""
