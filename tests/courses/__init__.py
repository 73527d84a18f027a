"""Courses and expressions of interest."""
