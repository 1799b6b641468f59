"""Tests of the fonts room."""
