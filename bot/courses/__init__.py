"""Courses and consultations: the catalogue, expressions of interest and their form, selection."""
