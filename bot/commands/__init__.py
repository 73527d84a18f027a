"""The command line's groups: one file a group, mounted by `bot.__main__`."""
