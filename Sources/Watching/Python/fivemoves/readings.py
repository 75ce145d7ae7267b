"""Figures of gradients that may still be on their way."""

from . import figures


class Norms:
    """Of each parameter's gradient, where there is one."""

    def __init__(self, parameters):
        self.count = len(parameters)
        self.places = [i for i, p in enumerate(parameters) if p.grad is not None]
        found = figures.norms([parameters[i].grad for i in self.places])
        self.figure = figures.read(found) if found is not None else []

    def squares(self):
        squares = [None] * self.count
        for place, norm in zip(self.places, figures.value(self.figure)):
            squares[place] = norm * norm
        return squares


class Clipping:
    """The norm that a clip found, and the ceiling that it was held to."""

    def __init__(self, figure, ceiling):
        self.figure = figure
        self.ceiling = ceiling

    def norm(self):
        return figures.value(self.figure)

    def factor(self):
        norm = self.norm()
        return min(1.0, self.ceiling / (norm + 1e-6)) if norm == norm else norm
