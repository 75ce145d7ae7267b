"""Tells the moves of a training step, as closely as somebody looks and as the cost allows."""

from time import perf_counter

from . import figures, site
from .facts import Facts
from .finite import Finite
from .moves import Moves
from .outbox import Outbox
from .steps import Steps
from .turn import Turn
from .wire import line

#: Where a step takes longer, its single moves are told at any pace that there is time for.
_SLOW = 0.02


class Teller(Moves):
    def __init__(self, watcher):
        self.watcher = watcher
        self.session = watcher.session
        self.budget = watcher.budget
        self.judge = watcher.judge
        self.outbox = Outbox()
        self.facts = Facts(watcher)
        self.steps = Steps(self)
        self.finite = Finite(self)
        self.turn = Turn()
        self.forward = None
        self.place = None
        self.update = self.late_loss = None
        self.start = 0.0
        self.step_seconds = 0.0
        self.completed = 0
        self.is_close = self.is_closest = self.is_dear = False

    def reset(self):
        """Nothing is known of the step that is being made."""
        self.turn, self.forward = Turn(), None
        self.outbox.queue.clear()
        self.budget.begin()

    # How close.

    def look(self):
        """Whether single moves are told now, and whether with all their norms."""
        drive = self.session.drive
        is_watched = self.session.is_first_rank and self.session.is_watched
        if not self.turn.position:
            self.is_dear = is_watched and not drive.is_held and self.budget.allows_dear()
        self.is_closest = is_watched and (drive.wants_moves or self.is_dear)
        is_slow = self.step_seconds > _SLOW and (drive.is_held or self.budget.credit >= 0)
        is_told = self.is_closest or is_slow or self.session.wants_moves
        self.is_close = is_watched and is_told

    def begin(self, move):
        """A move is about to be made."""
        if self.forward is not None and move != "forward":
            self.end_forward()
        turn = self.turn
        if turn.has_stepped and move != "step":
            self.end_step()
        elif move == "zero_grad" and turn.is_without_step and not self.judge.has_stepped:
            self.end_step()
        session = self.session
        if session.is_awaited or session.drive.is_held or self.step_seconds > _SLOW:
            self._pause()
        if self.is_close:
            self.place = site.place()
        self.start = perf_counter()

    def _pause(self):
        """Between two moves: somebody may come, go, or want it to wait."""
        session = self.session
        if session.is_awaited:
            session.wait_for_first(self.join)
        session.serve()
        if session.drive.waits:
            self.outbox.flush(waits=True)
        if session.hold(self.outbox.tell):
            self.outbox.flush()
        self.join()
        self.look()
        if not session.is_watched:
            self.watcher.sleep()

    def join(self):
        """Whoever has come is told of the run where a step begins."""
        if self.turn.position or not self.session.link:
            return
        start, waiting = perf_counter(), self.session.waiting()
        before = self.budget.waited_in_all
        for viewer in waiting:
            self.outbox.link = self.session.link
            self.outbox.flush(waits=True)
            if self.session.is_first_rank:
                viewer.send(line("run", {
                    "format": 1, "facts": self.facts.fields(),
                    "resumed_after": self.completed or None}))
            viewer.has_joined = True
            self.steps.told_signs = []
            self.session.note_viewers()
            self.look()
        # Names are looked for once: that is no part of what a step costs.
        if waiting:
            self.budget.wait(start, before)

    def end_step(self):
        self.steps.end()

    # The side road, and the end.

    def detour(self, is_training, has_gradients):
        """An evaluation begins; it is no move, and nothing waits before it."""
        if self.turn.has_stepped:
            self.end_step()
        if self.session.is_first_rank:
            self.facts.modes = not is_training, not has_gradients
            if self.session.is_watched and self.facts.is_news():
                self.outbox.tell("learned", {"facts": self.facts.fields()})
            self.outbox.tell("evaluating", {"step": self.completed})
            self.outbox.flush()

    def evaluated(self, detour):
        if not self.session.is_first_rank:
            return
        needed = [figures.read_number(loss) for loss in detour.losses]
        fields = {
            "step": self.completed, "batches": detour.batches,
            "seconds": round(perf_counter() - detour.start, 4)}

        def make():
            values = [figures.value(figure) for figure in needed]
            loss = sum(values) / len(values) if values else None
            return line("eval", dict(fields, val_loss=loss))

        self.outbox.add(needed, make)
        self.outbox.flush()
        self.session.drive.stopped()

    def end(self, words):
        """Whoever watches is told all that is known, and that it is over."""
        if not self.session.is_watched:
            return
        if self.forward is not None:
            self.end_forward()
        if self.turn.has_stepped:
            self.end_step()
        self.steps.tell_signs()
        if self.session.is_first_rank:
            self.outbox.tell("end", {"words": words or "The script has ended."})
        self.outbox.flush(waits=True)
