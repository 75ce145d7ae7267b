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
        self.waited = 0.0
        self.looked_at = 0
        #: Of a step that is only glanced at.
        self.glance_cost = 2 * _OF_REST
        self.start = perf_counter()

    def wait(self, seconds):
        """Time that somebody held it is nobody's cost."""
        self.waited += seconds
        self.now -= seconds

    def allows_dear(self):
        """Whether a step may be told with all its norms."""
        time = perf_counter()
        return self.credit >= self.dear_cost and time - self.last_dear >= _BETWEEN

    def begin(self):
        """A step begins that is not told in full yet."""
        self.start, self.now, self.waited, self.hooks = perf_counter(), 0.0, 0.0, 0

    @property
    def has_time_to_glance(self):
        """Where even that takes too long, every other rest is spent without."""
        return self.glance_cost < max(_SHARE * self.last_own, _LEAST)

    def end_step(self, was_dear, is_held, may_rest):
        """What this step cost; how many steps have to pass now before there is time for more."""
        time = perf_counter()
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
            self._note(spent, own)
        self.start, self.now, self.waited, self.hooks = time, 0.0, 0.0, 0
        self.looked_at += 1
        is_within = self.credit > -_LOOKED_AT * _LEAST
        if is_held or not may_rest or is_within or self.looked_at < _LOOKED_AT:
            return 0
        self.looked_at = 0
        left = max(allowed - self.glance_cost, 1e-6)
        return min(int(-self.credit / left) + 1, int(_LONGEST_REST / own) + 1)

    def rested_for(self, steps):
        """So many steps went by that were only glanced at."""
        time, steps = perf_counter(), max(steps, 1)
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
