"""Loops whose update no optimizer is seen to make, by hand or in compiled code: parameters change after backward."""

import weakref
from time import perf_counter

import torch

from . import site
from .division import Division
from .figures import plain

_FOLLOWED = 3
_LARGEST = 1_000_000
#: What stands on a GPU has to be waited for: an update that was found so often is taken to be made.
_LOOKS = 3
#: So many rounds without a step, and it is looked for elsewhere.
_UNSEEN = 2


class ByHand:
    """Stands for the optimizer that such a loop has not got, or whose step is compiled."""

    def __init__(self, parameters):
        self.param_groups = [{"params": [p for p in parameters if p.requires_grad]}]
        self.owner = None
        self.updates = 0
        self.before = []
        self.filled, self.count = [], 0
        self.unseen = 0

    def ends_step(self, parts):
        """A backward that there is no time to look behind: an update follows the last of each step."""
        self.unseen = (self.unseen + 1) % (parts or 1)
        return self.unseen == 0

    def note(self):
        """A backward has filled gradients: what the smallest parameters were by then."""
        parameters = [p for p in self.param_groups[0]["params"] if p.grad is not None]
        self.count = len(parameters)
        parameters = sorted(parameters, key=torch.Tensor.numel)[:_FOLLOWED]
        parameters = [p for p in parameters if p.numel() <= _LARGEST]
        self.before = [(p, p.detach().clone()) for p in parameters]
        self.filled = [p for p in parameters if plain(p.grad).any()]

    def has_updated(self):
        is_known = self.updates >= _LOOKS and any(old.is_cuda for _, old in self.before)
        changed = is_known or any(not torch.equal(p.detach(), old) for p, old in self.before)
        if changed:
            self.before = []
            self.updates += 1
        return changed

    def has_wiped(self):
        """Whether what backward has found is gone: None, or zeros."""
        is_wiped = bool(self.filled) and not any(
            p.grad is not None and plain(p.grad).any() for p in self.filled)
        if is_wiped:
            self.filled = []
        return is_wiped


class First:
    """The first backward that no optimizer is there for, and the call of a network before it."""

    def __init__(self, watcher, loss):
        self.called_from, self.called_at = watcher.called
        self.loss = loss.detach()
        self.division = Division(loss.grad_fn) if loss.grad_fn is not None else None
        self.place = site.place()
        self.start = self.end = perf_counter()


class Handmade:
    """The part of a watcher that meets such a loop and notices its updates."""

    def note_call(self, module):
        is_trained = module.training and torch.is_grad_enabled()
        if is_trained and any(p.requires_grad for p in module.parameters()):
            self.last_called = weakref.ref(module)
            self.called = site.place(), perf_counter()

    def before_unowned(self, loss):
        if loss is None or self.last_called() is None:
            return None
        return First(self, loss)

    def meet_by_hand(self, first):
        """A backward went through a network that no optimizer trains."""
        if first is not None:
            first.end = perf_counter()
        module = self.last_called()
        if module is None or all(p.grad is None for p in module.parameters()):
            return
        by_hand = ByHand(module.parameters())
        self.meet(by_hand)
        self.by_hand, self.network = by_hand, weakref.ref(module, self._forget_by_hand)
        owner = by_hand.owner = self.optimizers[id(by_hand)]
        owner.kind, owner.is_by_hand = "by hand", True
        self.note_by_hand()
        if first is not None and self.is_awake:
            self.loop.began_by_hand(owner, first)

    def _forget_by_hand(self, _):
        self.by_hand = None

    @property
    def is_by_hand(self):
        """Whether updates are found by what they change."""
        return self.by_hand is not None and self.by_hand.owner.is_by_hand

    def note_by_hand(self):
        owners, judge = self.judge.owners, self.judge
        if self.by_hand is None and judge.wipes_without_step >= _UNSEEN and not judge.has_stepped:
            # An optimizer that nobody sees step: compiled code may hold its update.
            if len(owners) == 1 and owners[0].fills:
                self.by_hand = ByHand(owners[0].parameters)
                self.by_hand.owner = owners[0]
        if self.by_hand is not None:
            self.by_hand.note()

    def leave_by_hand(self):
        """An optimizer is seen to make the update: nothing has to be found any more."""
        by_hand, self.by_hand = self.by_hand, None
        if by_hand is not None and by_hand.owner.key == id(by_hand):
            self._forget(by_hand.owner)
        elif by_hand is not None:
            by_hand.owner.is_by_hand = False

    def look_by_hand(self):
        """Whether an update was made since the last backward, and the gradients were zeroed; False
        where nobody looks any more after that."""
        by_hand = self.by_hand
        if by_hand is None:
            return True
        if by_hand.before and by_hand.has_updated():
            by_hand.owner.is_by_hand = True
            self.loop.stepped_by_hand(by_hand.owner)
        if self.is_awake and self.is_by_hand and by_hand.has_wiped():
            self.loop.wiped_by_hand(by_hand.count)
        return self.is_awake
