"""One run at a time for a home folder, whoever started it: the UI, the daemon, a command line."""

import fcntl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def alone(lock: Path, name: str, say: Callable[[str], None]) -> Iterator[None]:
    """Hold the lock file while the body runs; wait where another process holds it, and say so.

    `name` is what others are told of who holds it. The lock goes with its process, however that
    ends; it works on local disks and on NFS 4.
    """
    lock.parent.mkdir(parents=True, exist_ok=True)
    with lock.open("a+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.seek(0)
            holder = file.read().strip() or "another run"
            say(f"waiting for {holder}, which is at work in this home folder")
            fcntl.flock(file, fcntl.LOCK_EX)
        file.truncate(0)
        file.write(name)
        file.flush()
        yield
