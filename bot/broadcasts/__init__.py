"""Announcements: segments, composing, release by a second person, the sender and its ledger."""
