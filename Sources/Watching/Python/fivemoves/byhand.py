"""Loops whose update is written out: no optimizer steps, but parameters change after backward."""

import weakref
from time import perf_counter

import torch

from . import site
from .division import Division

_FOLLOWED = 3
_LARGEST = 1_000_000


class ByHand:
    """Stands for the optimizer that such a loop has not got."""

    def __init__(self, module):
        self.param_groups = [{"params": [p for p in module.parameters() if p.requires_grad]}]
        self.before = []

    def note(self):
        """A backward has filled gradients: what the smallest parameters were by then."""
        parameters = [p for p in self.param_groups[0]["params"] if p.grad is not None]
        parameters = sorted(parameters, key=torch.Tensor.numel)[:_FOLLOWED]
        self.before = [(p, p.detach().clone()) for p in parameters if p.numel() <= _LARGEST]

    def has_updated(self):
        changed = any(not torch.equal(p.detach(), old) for p, old in self.before)
        if changed:
            self.before = []
        return changed


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
        by_hand = ByHand(module)
        self.meet(by_hand)
        self.by_hand, self.network = by_hand, weakref.ref(module, self._forget_by_hand)
        self.optimizers[id(by_hand)].kind = "by hand"
        self.note_by_hand()
        if first is not None and self.is_awake:
            self.loop.began_by_hand(self.optimizers[id(by_hand)], first)

    def _forget_by_hand(self, _):
        self.by_hand = None

    def note_by_hand(self):
        if self.by_hand is not None:
            self.by_hand.note()

    def look_by_hand(self):
        """Whether an update was made since the last backward."""
        if self.by_hand is not None and self.by_hand.before and self.by_hand.has_updated():
            self.loop.stepped_by_hand(self.optimizers[id(self.by_hand)])
