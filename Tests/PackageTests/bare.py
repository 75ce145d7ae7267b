"""A bare Debian in a folder, and programs in it on a terminal of their own."""

import os
import pty
import re
import select
import subprocess
import time

ROOT = os.environ.get("FIVEMOVES_BARE_ROOT", "")
PACKAGES = os.path.join(ROOT, "packages")
PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
SEQUENCES = re.compile(rb"\x1b\[[0-9;?]*[a-zA-Z]|\x1b[()][A-Z0-9]|\x1b[=>]|[\x00-\x08\x0e-\x1f]")


def words(command, **variables):
    surroundings = {"PATH": PATH, "HOME": "/root", "LANG": "C.UTF-8", **variables}
    chosen = [f"{name}={value}" for name, value in surroundings.items()]
    return ["chroot", ROOT, "/usr/bin/env", "-i", *chosen, *command]


def run(*command, **variables):
    """What it printed and its exit code, without a terminal."""
    done = subprocess.run(
        words(command, **variables), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, text=True, timeout=120)
    return done.stdout, done.returncode


def package(end):
    """The path in the root of the package whose name ends so."""
    return "/packages/" + next(name for name in os.listdir(PACKAGES) if name.endswith(end))


class Seat:
    """A program on a terminal of 100 columns and 30 rows."""

    def __init__(self, *command, **variables):
        self.bytes = b""
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            os.execvp("chroot", words(command, **variables))
        subprocess.run(["stty", "rows", "30", "cols", "100"], stdin=self.terminal, check=True)

    @property
    def text(self):
        return SEQUENCES.sub(b"", self.bytes).decode(errors="replace")

    def take(self, seconds):
        if select.select([self.terminal], [], [], seconds)[0]:
            try:
                self.bytes += os.read(self.terminal, 65536)
            except OSError:  # Nobody is at the other end any more.
                time.sleep(seconds)

    def shows(self, wanted, seconds=20):
        end = time.monotonic() + seconds
        while wanted not in self.text and time.monotonic() < end:
            self.take(0.05)
        return wanted in self.text

    def type(self, keys):
        os.write(self.terminal, keys.encode())

    def code(self, seconds=10):
        """The exit code; None where it still ran, and was ended."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            process, status = os.waitpid(self.process, os.WNOHANG)
            if process:
                self.take(0)
                os.close(self.terminal)
                return os.waitstatus_to_exitcode(status)
            self.take(0.05)
        os.kill(self.process, 9)
        os.waitpid(self.process, 0)
        os.close(self.terminal)
        return None
