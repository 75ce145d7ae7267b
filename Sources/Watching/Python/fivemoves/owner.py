"""What one optimizer's gradients have been through since its last step."""

import weakref

from .unseen import Unseen


class Owner:
    """It lives as long as its optimizer, so it keeps no parameter alive."""

    def __init__(self, optimizer, number, forget):
        self.number = number
        self.kind = type(optimizer).__name__
        self.reference = weakref.ref(optimizer, lambda _: forget(self))
        #: Whether it is no optimizer, but a loop that updates by hand: its steps are seen late.
        self.is_by_hand = False
        self.unseen = Unseen()
        self.steps = 0
        #: Parameters that no backward has reached yet; None before the first.
        self.without = None
        #: In which of the steps that were looked at one of these was reached first.
        self.last_reached = 0
        self.learn(optimizer)
        self.used = self.now = self.signature()
        self.begin()

    def learn(self, optimizer):
        """Its parameters; groups may be added later."""
        self.groups = len(optimizer.param_groups)
        self.take([p for group in optimizer.param_groups for p in group["params"]])

    def take(self, parameters):
        self.parameters = parameters
        self.ids = {id(p) for p in parameters}
        self.sample = _spread([p for p in parameters if p.requires_grad])

    def begin(self):
        """A new turn: nothing has been found since the last step."""
        self.fills = []
        self.is_wiped = False
        self.is_stale = False
        self.forwards = 0
        self.forwards_since_backward = 0
        self.forwards_since_wipe = 0
        self.is_scaled = False
        self.is_unscaled = False
        self.clips = ()
        #: Whether something was done to its gradients since backward that was no move.
        self.is_changed = False
        self.is_scheduled = False

    def signature(self):
        """Which of some gradients are there, and how often each was written to."""
        found = []
        for parameter in self.sample:
            gradient = parameter.grad
            found.append(None if gradient is None else (id(gradient), gradient._version))
        return found

    def find_sample(self):
        """Where none of the sample gets a gradient, others may; True where some are found."""
        if any(p.grad is not None for p in self.sample):
            return False
        reached = [p for p in self.parameters if p.grad is not None]
        if reached:
            self.sample = _spread(reached)
        return bool(reached)

    def has_gradients(self):
        return any(p.grad is not None for p in self.parameters)

    def is_unchanged(self, now):
        """Whether the gradients of its last step are still there as that left them."""
        is_any = False
        for new, old in zip(now, self.used):
            if new is not None:
                if new != old:
                    return False
                is_any = True
        return is_any and self.steps > 0

    def is_left(self, now):
        """Whether they were never zeroed since, in whatever way."""
        return self.is_unchanged(now) and not self.unseen.has_zeroed(self.sample)

    def look_for_change(self):
        """Before a move changes its gradients: whether something else has done so."""
        if len(self.fills) > 1 and not self.is_changed:
            has_other = self.unseen.has_changed(self.sample)
            self.is_changed = has_other or self.signature() != self.now

    def note_change(self):
        """A move has changed them."""
        if self.fills:
            self.now = self.signature()
            if self.unseen.copies or len(self.fills) > 1:
                self.unseen.keep(self.sample)


def _spread(parameters):
    """Three of them, from the first to the last."""
    if len(parameters) < 4:
        return parameters
    return [parameters[0], parameters[len(parameters) // 2], parameters[-1]]
