"""Who watches this process, and how long they hold it between two moves."""

import os
import sys
from time import monotonic, perf_counter

import torch

from . import PROTOCOL
from .drive import Drive
from .link import Link, is_first_fork
from .ranks import pause_limit, rank_and_world
from .wire import line

_WAIT_FOR_FIRST = 10.0
_WAIT_FOR_END = 10.0


def _end_with_fork(end):
    """What multiprocessing made ends without the usual way out of Python."""
    util = sys.modules.get("multiprocessing.util")
    if util is not None:
        util.Finalize(None, end, exitpriority=0)


class Session:
    def __init__(self, watcher):
        self.watcher = watcher
        self.drive = Drive()
        self.link = None
        self.rank = 0
        self.world = 1
        self.limit = None
        self.is_watched = False
        self.is_fork = False
        self.is_patient = False
        self.wants_moves = False
        #: Whoever started this ends it after so many steps; None where it runs to its own end.
        self.until = None
        self.is_awaited = os.environ.get("FIVEMOVES_HOLD") is not None

    def open(self):
        """The first optimizer is there: from now on there is something to watch."""
        if self.link is not None:
            return
        self.rank, self.world = rank_and_world()
        self.limit = pause_limit(self.world)
        if self.is_fork:
            # Of several forks the first is watched; the others do not wait for somebody.
            self.is_awaited = self.is_awaited and is_first_fork()
            _end_with_fork(self.watcher.end)
        self.link = Link("%d.%d.sock" % (os.getpid(), self.rank))
        self.drive.is_held = self.is_first_rank and os.environ.get("FIVEMOVES_HOLD") == "1"
        # Where each process's loss is to be told, each waits for whoever reads it.
        is_read = self.is_first_rank or os.environ.get("FIVEMOVES_ALL_RANKS") == "1"
        self.is_awaited = self.is_awaited and is_read

    @property
    def is_first_rank(self):
        return self.rank == 0

    def close(self):
        if self.link is not None:
            self.link.close()
            self.link = None
            self.is_watched = False

    def close_in_child(self):
        if self.link is not None:
            self.link.close_in_child()
            self.link = None

    def note_viewers(self):
        """Whether somebody watches, and whether they want to miss nothing."""
        viewers = [v for v in self.link.viewers if v.has_joined] if self.link is not None else []
        self.is_watched = bool(viewers)
        self.is_patient = any(viewer.is_patient for viewer in viewers)
        self.wants_moves = any(viewer.wants_moves for viewer in viewers)

    def serve(self, seconds=0.0):
        """Lets viewers in and takes what they ask for."""
        link = self.link
        for viewer, command in link.serve(seconds):
            if command.get("do") == "join":
                viewer.is_patient = command.get("patient") is True
                viewer.wants_moves = command.get("moves") is True
                viewer.may_drive = command.get("drives") is not False
                viewer.is_greeted = True
                if type(command.get("until")) is int and viewer is link.viewers[0]:
                    self.until = command["until"]
                viewer.send(self._hello(viewer))
            elif not self.is_first_rank:
                continue
            elif viewer is link.driver:
                self.drive.take(command)
            else:
                viewer.send(line("noted", {"words": "Another viewer drives this run."}))
        if link.is_changed:
            link.is_changed = False
            self.note_viewers()
            self._hand_over()

    def _hand_over(self):
        """Somebody has left: whoever drove it lets it go, and the next who came drives it."""
        driver = self.link.driver
        if (driver is None or not driver.drives) and not self.is_awaited:
            self.drive.let_go()
        if driver is not None and not driver.drives:
            driver.drives = True
            driver.send(line("driver", {"drives": True}))

    def waiting(self):
        """Viewers that have said hello and are told of the run where its next step begins."""
        return [v for v in self.link.viewers if v.is_greeted and not v.has_joined]

    def _hello(self, viewer):
        viewer.drives = viewer is self.link.driver
        return line("hello", {
            "protocol": PROTOCOL, "name": self.watcher.name, "pid": os.getpid(), "rank": self.rank,
            "world_size": self.world, "torch": str(torch.__version__), "pause_limit": self.limit,
            "drives": viewer.drives})

    def wait_for_first(self, join):
        """Whoever started this comes in a moment."""
        start, self.is_awaited = perf_counter(), False
        before = self.watcher.budget.waited_in_all
        end = monotonic() + _WAIT_FOR_FIRST
        while not self.is_watched and monotonic() < end:
            self.is_awaited = True
            self.serve(0.05)
            join()
        self.is_awaited = False
        self.watcher.budget.wait(start, before)

    def wait_for_end(self):
        """As many steps are made as were asked for: whoever started this ends it in a moment."""
        start, before = perf_counter(), self.watcher.budget.waited_in_all
        end, self.until = monotonic() + _WAIT_FOR_END, None
        while self.link.viewers and monotonic() < end:
            self.serve(0.05)
        self.watcher.budget.wait(start, before)

    def hold(self, tell):
        """Waits between two moves while somebody wants it to; True where it did."""
        if not self.drive.waits:
            return False
        start, before = perf_counter(), self.watcher.budget.waited_in_all
        while self.drive.waits and self.link.viewers:
            held = perf_counter() - start
            if self.limit and held > self.limit:
                self.drive.let_go()
                tell("released", {})
                tell("noted", {
                    "words": "The pause ended by itself after %.3g s (--pause-limit)." % held})
                break
            self.serve(min(0.25, max(self.limit - held, 0.01)) if self.limit else 0.25)
        self.watcher.budget.wait(start, before)
        return True
