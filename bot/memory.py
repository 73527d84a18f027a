"""Memory that building an index took goes back to the system: about 30 MB of a process that should stay under 150."""

import ctypes


def give_back() -> None:
    """Have the C library return what it holds and nobody uses; does nothing where it is not glibc."""
    try:
        ctypes.CDLL("libc.so.6").malloc_trim(0)
    except (OSError, AttributeError):  # musl, macOS, Windows: they return memory by themselves, or not at all
        return
