"""How far the loop may go before it waits for a key."""

import time


class Drive:
    """Held or running, and what a viewer has allowed while it holds."""

    def __init__(self):
        self.is_held = False
        self.moves = 0
        #: Steps that are complete, and up to which one it may go.
        self.completed = 0
        self.goal = 0
        self.until = None

    def take(self, command):
        """True where it is a command of a driver."""
        kind = command.get("do")
        if kind == "run":
            self.let_go()
        elif kind == "pause":
            self.is_held, self.moves, self.goal = True, 0, 0
        elif kind == "move":
            self.is_held, self.moves = True, self.moves + 1
        elif kind == "step":
            self.is_held = True
            self.goal = _whole(command.get("to"), self.completed)
            seconds = command.get("seconds")
            self.until = time.monotonic() + seconds if _is_number(seconds) else None
        else:
            return False
        return True

    def let_go(self):
        self.is_held, self.moves, self.goal = False, 0, 0

    @property
    def waits(self):
        return self.is_held and self.moves <= 0 and self.completed >= self.goal

    @property
    def wants_moves(self):
        """Whether somebody goes slowly enough to look at single moves."""
        return self.is_held and (self.moves > 0 or self.until is None)

    def stopped(self):
        """One thing was told that a key asks for."""
        self.moves = max(self.moves - 1, 0)

    def stepped(self):
        if self.until is not None and time.monotonic() >= self.until:
            self.goal = self.completed


def _whole(value, least):
    """The step that it may go on to; at least the next."""
    return max(value, least + 1) if type(value) is int else least + 1


def _is_number(value):
    return type(value) in (int, float) and 0 < value < 3600
