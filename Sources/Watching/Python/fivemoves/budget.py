"""What watching costs, and how much of it there may be."""

from time import perf_counter

#: Of a step's time, and at least so many seconds a step: less than the 2 % and 50 us that are
#: promised, since a good part is not seen from here (who reads it takes a share of the processor).
_SHARE = 0.015
_LEAST = 25e-6
#: Hooks cost more than they see of themselves: what calling them takes.
_UNSEEN = 2.5e-6
#: What calling the hooks costs a step that there is no time to look at.
_OF_REST = 8e-6
_MOST_SAVED = 40
_BETWEEN = 0.25
#: So many steps in a row are looked at; then so long at most nothing is.
_LOOKED_AT = 8
#: Fewer where they are slow: so long together.
_LOOKED_FOR = 0.04
_LONGEST_REST = 0.25


class Budget:
    """Time that is spent here, against the loop's own."""

    def __init__(self):
        self.now = 0.0
        self.hooks = 0
        self.share = 0.0
        self.own = self.last_own = 0.0
        self.credit = 0.0
        self.dear_cost = 0.0
        self.usual_cost = 0.0
        self.last_dear = 0.0
        self.waited = self.waited_in_all = 0.0
        #: Since when something is done here; None while the script is at work.
        self.entered = None
        self.looked_at = 0
        #: Of a step that is only glanced at.
        self.glance_cost = 2 * _OF_REST
        self.start = perf_counter()

    def leave(self):
        """The script goes on."""
        self.now += perf_counter() - self.entered
        self.entered = None

    def wait(self, start, before):
        """Time since `start` that somebody held it is nobody's cost; `before`: what had been waited in
        all by then, since one wait may be a part of another."""
        seconds = perf_counter() - start - (self.waited_in_all - before)
        self.waited += seconds
        self.waited_in_all += seconds
        self.now -= seconds

    def allows_dear(self):
        """Whether a step may be told with all its norms."""
        time = perf_counter()
        return self.credit >= self.dear_cost and time - self.last_dear >= _BETWEEN

    def begin(self):
        """A step begins that is not told in full yet."""
        self._settle(perf_counter())
        self.start, self.now, self.waited, self.hooks = perf_counter(), 0.0, 0.0, 0

    def _settle(self, time):
        """What is being done here and now counts up to this moment."""
        if self.entered is not None:
            self.now += time - self.entered
            self.entered = time

    @property
    def has_time_to_glance(self):
        """Where even that takes too long, every other rest is spent without."""
        return self.glance_cost < max(_SHARE * self.last_own, _LEAST)

    def end_step(self, was_dear, is_held, is_timed, may_rest):
        """What this step cost; how many steps have to pass now before there is time for more.

        is_timed: whether it is held, but runs for a while as the screen asks for it again and again."""
        time = perf_counter()
        self._settle(time)
        spent = self.now + self.hooks * _UNSEEN
        own = self.last_own = max(time - self.start - self.waited - spent, 1e-6)
        if was_dear:
            self.dear_cost, self.last_dear = max(spent - self.usual_cost, 0.0), time
        else:
            self.usual_cost += 0.2 * (spent - self.usual_cost)
        if not is_held:
            allowed = max(_SHARE * own, _LEAST)
            most = max(_MOST_SAVED * allowed, 1.5 * self.dear_cost)
            self.credit = max(min(self.credit + allowed - spent, most), -most)
        if not is_held or is_timed:
            self._note(spent, own)
        self.start, self.now, self.waited, self.hooks = time, 0.0, 0.0, 0
        self.looked_at += 1
        is_within = self.credit > -_LOOKED_AT * _LEAST
        is_new = self.looked_at < min(_LOOKED_AT, _LOOKED_FOR / own)
        if is_held or not may_rest or is_within or is_new:
            return 0
        self.looked_at = 0
        left = max(allowed - self.glance_cost, 1e-6)
        return min(int(-self.credit / left) + 1, int(_LONGEST_REST / own) + 1)

    def rested_for(self, steps):
        """So many steps went by that were only glanced at."""
        time, steps = perf_counter(), max(steps, 1)
        self._settle(time)
        spent = self.now + steps * _OF_REST
        own = max(time - self.start - spent, 1e-6)
        self.glance_cost += 0.3 * (spent / steps - self.glance_cost)
        self.credit += max(_SHARE * own, _LEAST * steps) - spent
        self._note(spent, own)
        self.begin()

    def _note(self, spent, own):
        """The share over the last hundred steps or so."""
        self.own = min(self.own, 100 * own) + own
        self.share += (spent - self.share * own) / self.own
