"""The viewers of this process. What is told goes to all of them; the first that came with keys drives."""

import json
import os
import select
import socket
import stat
import time

_LONGEST_COMMAND = 4096
_LARGEST_OUTBOX = 1 << 18
_MOST_VIEWERS = 16


class Viewer:
    """One who watches: what has yet to be sent to it, and what it has sent by halves."""

    def __init__(self, connection):
        self.connection = connection
        self.outbox = bytearray()
        self.inbox = b""
        self.lost = 0
        self.is_greeted = False
        self.has_joined = False
        self.is_patient = False
        self.wants_moves = False
        #: Whether it came with keys, and whether it was told that the run is its own to let go on.
        self.may_drive = False
        self.drives = False
        self.is_gone = False

    def send(self, text):
        data = text.encode() + b"\n"
        if len(self.outbox) + len(data) > _LARGEST_OUTBOX and not self.flush(1.0):
            self.lost += 1
            return
        self.outbox += data
        self.flush()

    def flush(self, seconds=0.0):
        """False where not all could be sent. Who said that nothing may be lost is waited for."""
        end = time.monotonic() + (seconds if self.is_patient else 0.0)
        while self.outbox and not self.is_gone:
            try:
                del self.outbox[: self.connection.send(self.outbox)]
            except BlockingIOError:
                left = end - time.monotonic()
                if left <= 0:
                    return False
                waiting = select.poll()
                waiting.register(self.connection, select.POLLOUT)
                waiting.poll(left * 1000)
            except OSError:
                self.is_gone = True
        return not self.outbox

    def end(self):
        """Closes it once the other side has read all: what it sent last would cut that off."""
        self.flush(1.0)
        try:
            self.connection.shutdown(socket.SHUT_WR)
            self.connection.settimeout(0.2)
            while self.connection.recv(_LONGEST_COMMAND):
                pass
        except OSError:
            pass
        self.connection.close()

    def commands(self):
        """Whole lines that came in; who sends what is none is let go."""
        try:
            data = self.connection.recv(_LONGEST_COMMAND)
        except BlockingIOError:
            return []
        except OSError:
            data = b""
        *lines, self.inbox = (self.inbox + data).split(b"\n")
        if not data or len(self.inbox) > _LONGEST_COMMAND:
            self.is_gone = True
        return [command for command in map(_command, lines) if command is not None]


def _command(text):
    try:
        command = json.loads(text)
    except ValueError:
        return None
    return command if isinstance(command, dict) else None


class Link:
    """A socket of mode 0600 in a folder of mode 0700, and those who have joined by it."""

    def __init__(self, name):
        self.viewers = []
        #: Whether somebody has left since this was last asked.
        self.is_changed = False
        self.path = os.path.join(folder(), name)
        self.owner = os.getpid()
        self._listen()
        self.poll = select.poll()
        self.poll.register(self.server, select.POLLIN)

    def _listen(self):
        self.server = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            os.unlink(self.path)
        except FileNotFoundError:
            pass
        before = os.umask(0o177)
        try:
            self.server.bind(self.path)
        finally:
            os.umask(before)
        self.server.listen(4)
        self.server.setblocking(False)
        os.set_inheritable(self.server.fileno(), False)

    def close(self):
        for viewer in self.viewers:
            viewer.end()
        self.viewers = []
        self.server.close()
        if os.getpid() == self.owner:
            try:
                os.unlink(self.path)
            except OSError:
                pass

    def close_in_child(self):
        """A fork has the same sockets: it leaves them to its parent."""
        for viewer in self.viewers:
            viewer.connection.close()
        self.viewers = []
        self.server.close()

    @property
    def driver(self):
        for viewer in self.viewers:
            if viewer.may_drive:
                return viewer
        return None

    def serve(self, seconds=0.0):
        """Lets in who knocks, and gives each command with the viewer that it comes from."""
        ready = self.poll.poll(seconds * 1000)
        if not ready and not self.is_left:
            return ()
        found = []
        for descriptor, _ in ready:
            if descriptor == self.server.fileno():
                self._let_in()
                continue
            for viewer in self.viewers:
                if viewer.connection.fileno() == descriptor:
                    found += [(viewer, command) for command in viewer.commands()]
        self._let_go()
        return found

    @property
    def is_left(self):
        """Whether a viewer was found gone when something was sent to it."""
        for viewer in self.viewers:
            if viewer.is_gone:
                return True
        return False

    def _let_in(self):
        try:
            connection, _ = self.server.accept()
        except OSError:
            return
        if len(self.viewers) >= _MOST_VIEWERS:
            connection.close()
            return
        connection.setblocking(False)
        self.viewers.append(Viewer(connection))
        self.poll.register(connection, select.POLLIN)

    def _let_go(self):
        for viewer in [v for v in self.viewers if v.is_gone]:
            self.poll.unregister(viewer.connection)
            viewer.connection.close()
            self.viewers.remove(viewer)
            self.is_changed = True

    def tell(self, text):
        for viewer in self.viewers:
            if viewer.has_joined and not viewer.is_gone:
                viewer.send(text)

    def lost(self):
        """Lines that were not sent since this was last asked, of the viewer that lacks most."""
        most = max((viewer.lost for viewer in self.viewers), default=0)
        for viewer in self.viewers:
            viewer.lost = 0
        return most


def is_first_fork():
    """Whether no other fork has asked that, of those that a viewer waits for in this folder."""
    try:
        os.close(os.open(os.path.join(folder(), "fork"), os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError:
        return False
    return True


def folder():
    """Where this person's sockets are; nobody else can look into it."""
    named = os.environ.get("FIVEMOVES_SOCKETS")
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    path = named or (
        os.path.join(runtime, "fivemoves") if runtime else "/tmp/fivemoves-%d" % os.getuid()
    )
    os.makedirs(path, mode=0o700, exist_ok=True)
    facts = os.lstat(path)
    if not stat.S_ISDIR(facts.st_mode) or facts.st_uid != os.getuid() or facts.st_mode & 0o077:
        raise PermissionError("%s is not a folder of yours alone (mode 0700)" % path)
    return path
