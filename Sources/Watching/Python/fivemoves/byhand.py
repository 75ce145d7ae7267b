"""Loops whose update is written out: no optimizer steps, but parameters change after backward."""

import torch

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
