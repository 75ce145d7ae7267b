"""How far an update moved the parameters, by what they were before it."""

import torch

from . import figures

_LARGEST_COPY = 50_000_000


class Update:
    def __init__(self, parameters):
        with torch.no_grad():
            self.parameters = [p for p in parameters if p.grad is not None]
            self.old = [figures.plain(p).clone() for p in self.parameters]
        self.before = self.change = None

    @staticmethod
    def can_follow(parameters):
        return sum(p.numel() for p in parameters) <= _LARGEST_COPY

    def end(self):
        """The update is made."""
        if not self.old:
            return
        with torch.no_grad():
            self.before = figures.read(figures.norms(self.old))
            torch._foreach_sub_(self.old, [figures.plain(p) for p in self.parameters])
            self.change = figures.read(figures.norms(self.old))
        self.old = ()
        self.ids = [id(p) for p in self.parameters]
        self.parameters = ()

    @property
    def needed(self):
        return [self.before, self.change] if self.before is not None else []

    def norm(self):
        if self.change is None:
            return None
        return figures.norm_of(figures.value(self.change))

    def fields(self, names):
        """For the line of the move: of all, and of each layer."""
        if self.change is None:
            return {}
        before, change = figures.value(self.before), figures.value(self.change)
        layers = {}
        for identity, b, c in zip(self.ids, before, change):
            place = names.places.get(identity)
            if place is not None:
                sums = layers.setdefault(names.layers[place], [0.0, 0.0])
                sums[0] += c * c
                sums[1] += b * b
        return {
            "update_norm": self.norm(), "parameter_norm": figures.norm_of(before),
            "layers": [[name, c ** 0.5, b ** 0.5] for name, (c, b) in layers.items()]}
