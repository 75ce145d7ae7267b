"""Networks that take part in the training while no optimizer has any of their parameters."""

import weakref

import torch

_LARGEST = 1_000_000
#: Calls and backward passes are counted from a little apart.
_APART = 2
_MOST = 64


class Stranger:
    def __init__(self, module, backwards, forget):
        self.module = weakref.ref(module, forget)
        self.calls, self.before = 0, backwards
        trained = [p for p in module.parameters() if p.requires_grad and p.numel() <= _LARGEST]
        smallest = min(trained, key=torch.Tensor.numel, default=None)
        self.sample = None if smallest is None else (weakref.ref(smallest), smallest.detach().clone())

    @property
    def is_updated(self):
        """By hand, or by what is no optimizer of PyTorch's."""
        parameter = self.sample and self.sample[0]()
        return parameter is not None and not torch.equal(parameter.detach(), self.sample[1])

    def is_trained(self, backwards):
        """Whether it was called once for each backward, as a part of the network that is trained is:
        one that only judges what another makes is called for the answers, too."""
        return abs(self.calls - (backwards - self.before)) <= _APART and not self.is_updated


class Strangers:
    def __init__(self):
        self.known = {}

    def note(self, module, backwards):
        if not module.training or not torch.is_grad_enabled():
            return
        known, key = self.known, id(module)
        if key not in known and len(known) < _MOST:
            known[key] = Stranger(module, backwards, lambda _: known.pop(key, None))
        if key in known:
            known[key].calls += 1

    def trained(self, backwards):
        found = [s.module() for s in self.known.values() if s.is_trained(backwards)]
        return [module for module in found if module is not None]
