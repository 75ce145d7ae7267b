"""What stays the same from step to step, told to whoever joins and again where it changes."""

from .names import Names, owner_of
from .turn import ORDER


class Facts:
    def __init__(self, watcher):
        self.watcher = watcher
        self.names = None
        self.recipe = list(ORDER)
        self.parts = None
        self.max_norm = None
        self.last_order = None
        self.last_parts = None
        self.told = None
        self.last_moves = None
        self.is_steady = 0
        self.seen = self.misses = 0

    def note(self, moves, backwards, is_first):
        """The order of the moves is what a loop does twice alike."""
        if moves == self.last_moves and self.parts is not None:
            self.is_steady += 1
            if self.is_steady > 1:
                return
        else:
            self.last_moves, self.is_steady = moves, 0
        order = list(dict.fromkeys(moves))
        if order != self.recipe and order == self.last_order:
            self.recipe = order
        parts = max(backwards, 1)
        self._note_parts(parts, is_first)
        self.last_order, self.last_parts = order, parts

    def _note_parts(self, parts, is_first):
        """Where steps differ in it, as those of two networks by turns do, no number is told."""
        self.seen += 1
        if is_first or parts == self.last_parts:
            if parts != self.parts:
                self.parts, self.seen, self.misses = parts, 1, 0
        elif parts != self.parts:
            self.misses += 1
            if self.seen > 3 and self.misses * 3 > self.seen:
                self.parts = None

    def is_news(self):
        return self.names is None or (self.parts, self.max_norm, self.recipe) != self.told

    def learn_names(self):
        """Once, and again where another optimizer has come or gone."""
        if self.names is not None:
            return
        parameters = [p for owner in self.watcher.judge.owners for p in owner.parameters]
        network = self.watcher.network()
        self.names = Names(network if network is not None else owner_of(parameters), parameters)

    def fields(self):
        self.learn_names()
        self.told = (self.parts, self.max_norm, self.recipe)
        kinds = sorted({owner.kind for owner in self.watcher.judge.owners})
        told = {
            "optimizer": " + ".join(kinds)[:80] or None, "micro_batches": self.parts,
            "max_norm": self.max_norm}
        recipe = None if self.recipe == ORDER else {"moves": self.recipe}
        return {
            "name": self.watcher.name, "told": told, "recipe": recipe, "model": self.names.model,
            "tensors": self.names.tensors}
