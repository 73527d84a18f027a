"""What work costs the processor, whatever else the machine does meanwhile."""

import gc
import time
from collections.abc import Callable


def processor_seconds(call: Callable[[], object], tries: int = 5) -> float:
    """Return what one call costs this thread, in seconds of the processor: the least of `tries`, without garbage collection.

    Time in which others have the processor does not count; a neighbour that empties its caches does, hence the tries. A bound for it
    is five times what is measured on a quiet machine, or more: it tells a pattern that tries again and again from one that does not.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        return min(_once(call) for _ in range(tries))
    finally:
        if collects:
            gc.enable()


def _once(call: Callable[[], object]) -> float:
    begun = time.thread_time()
    call()
    return time.thread_time() - begun
