"""What watching costs, and how much of it there may be."""

from time import perf_counter

#: Of a step's time, and at least so many seconds a step.
_SHARE = 0.02
_LEAST = 50e-6
#: Hooks cost more than they see of themselves: what calling them takes.
_UNSEEN = 2.5e-6
#: What a step costs that nothing is told of.
_OF_REST = 20e-6
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
        self.own = 0.0
        self.credit = 0.0
        self.dear_cost = 0.0
        self.usual_cost = 0.0
        self.last_dear = 0.0
        self.waited = 0.0
        self.looked_at = 0
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

    def end_step(self, was_dear, is_held, may_rest):
        """What this step cost; how many steps have to pass now before there is time for more."""
        time = perf_counter()
        spent = self.now + self.hooks * _UNSEEN
        own = max(time - self.start - self.waited - spent, 1e-6)
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
        left = allowed - _OF_REST
        steps = min(int(-self.credit / left) + 1, int(_LONGEST_REST / own) + 1)
        return steps

    def rested_for(self, steps):
        """So many steps went by that nothing was told of."""
        time = perf_counter()
        own = max(time - self.start, 1e-6)
        spent = steps * _OF_REST
        self.credit += max(_SHARE * own, _LEAST * steps) - spent
        self._note(spent, own)
        self.begin()

    def _note(self, spent, own):
        """The share over the last hundred steps or so."""
        self.own = min(self.own, 100 * own) + own
        self.share += (spent - self.share * own) / self.own
