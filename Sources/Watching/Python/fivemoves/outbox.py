"""Lines in their order, each sent when its figures are there."""

from collections import deque
from time import perf_counter

from .figures import Late
from .wire import line

_MOST_WAITING = 64
#: Lines of a loop that runs freely are sent together.
_TOGETHER = 0.02


class Outbox:
    def __init__(self):
        self.queue = deque()
        self.link = None
        self.is_corked = False
        self.last_sent = 0.0

    def tell(self, kind, fields):
        self.add((), lambda: line(kind, fields))

    def add(self, figures, make):
        """`make` gives one line, or None, once all the figures are there."""
        self.queue.append(([f for f in figures if isinstance(f, Late)], make))

    def flush_soon(self):
        if perf_counter() - self.last_sent > _TOGETHER:
            self.flush()

    def flush(self, waits=False):
        """Sends what is known; lines that are there together are sent together."""
        if self.is_corked and not waits:
            return
        lines = []
        while self.queue:
            late, make = self.queue[0]
            for figure in late:
                if not figure.is_there():
                    if not waits and len(self.queue) < _MOST_WAITING:
                        return self._send(lines)
                    figure.wait()
            self.queue.popleft()
            made = make()
            if made is not None:
                lines.append(made)
        self._send(lines)

    def _send(self, lines):
        self.last_sent = perf_counter()
        if lines and self.link is not None:
            self.link.tell("\n".join(lines))
