"""A real PostgreSQL server of the tests' own, on loopback, in a folder that goes away."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

# PostgreSQL does not run as root; Debian's package brings this user.
USER = "postgres"


def programs() -> Path:
    """The folder of PostgreSQL's programs; skips where there is none."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    on_path = shutil.which("initdb")
    if not found and not on_path:
        pytest.skip("PostgreSQL is not on this machine")
    return found[-1] if found else Path(on_path).parent


@contextmanager
def server() -> Iterator[str]:
    """Start a server; gives the DSN of its superuser, on a port of its own."""
    binaries = programs()
    # Not in pytest's folder: it lets nobody but its owner through, and may be root's.
    with tempfile.TemporaryDirectory(prefix="sitrep-postgres-") as name:
        folder = Path(name)
        as_user: list[str] = []
        if os.geteuid() == 0:
            as_user = ["runuser", "-u", USER, "--"]
            shutil.chown(folder, USER)

        def run(program: str, *arguments: object) -> None:
            command = [*as_user, str(binaries / program), "-D", str(folder / "data")]
            command += [str(argument) for argument in arguments]
            # Into a file: a server that inherits a pipe would keep it open.
            with (folder / "output.txt").open("w") as output:
                subprocess.run(command, check=True, cwd=folder, stdout=output, stderr=output)

        run("initdb", "-A", "trust", "-U", USER, "-N")
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        options = f"-p {port} -c listen_addresses=127.0.0.1 -c fsync=off -k {folder}"
        run("pg_ctl", "-w", "-l", folder / "log.txt", "-o", options, "start")
        try:
            yield f"host=127.0.0.1 port={port} user={USER} dbname={USER}"
        finally:
            run("pg_ctl", "-w", "-m", "immediate", "stop")
