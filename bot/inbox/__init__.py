"""Questions that people send to the team, and the answers."""
