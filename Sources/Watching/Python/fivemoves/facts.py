"""What stays the same from step to step, told to whoever joins and again where it changes."""

from .names import Names, owner_of
from .turn import ORDER, is_sum


class Facts:
    def __init__(self, watcher):
        self.watcher = watcher
        self.names = None
        self.recipe = list(ORDER)
        self.parts = None
        self.max_norm = None
        #: Whether the last evaluation was under eval(), and under no_grad().
        self.modes = True, True
        self.divides = True
        self.is_sum = False
        self.last_order = None
        self.last_parts = None
        self.told = None
        self.last_moves = None
        self.is_steady = 0
        self.seen = self.misses = 0

    def note(self, turn, is_first):
        """The order of the moves is what a loop does twice alike."""
        moves, backwards, losses = turn.moves, turn.backwards, turn.losses
        if len(losses) > 1:
            # Losses that are divided by all items of a step add up to its own.
            self.is_sum = is_sum(losses) or losses[0].is_of_items
            self.divides = any(loss.share > 1 for loss in losses)
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
        return self.names is None or self._changing != self.told

    @property
    def _changing(self):
        has_parts = (self.parts or 1) > 1
        divides, is_sum = self.divides or not has_parts, self.is_sum and has_parts
        return self.parts, self.max_norm, self.recipe, self.modes, divides, is_sum

    def learn_names(self):
        """Once, and again where another optimizer has come or gone."""
        if self.names is not None:
            return
        parameters = [p for owner in self.watcher.judge.owners for p in owner.parameters]
        network = self.watcher.network()
        self.names = Names(network if network is not None else owner_of(parameters), parameters)

    def fields(self):
        self.learn_names()
        self.told = self._changing
        *_, modes, divides, is_sum = self.told
        kinds = sorted({owner.kind for owner in self.watcher.judge.owners})
        told = {
            "optimizer": " + ".join(kinds)[:80] or None, "micro_batches": self.parts,
            "max_norm": self.max_norm}
        recipe = {
            "moves": self.recipe, "divides_loss": None if divides else False,
            "calls_eval": None if modes[0] else False, "uses_no_grad": None if modes[1] else False}
        if self.recipe == ORDER and divides and all(modes):
            recipe = None
        return {
            "loss_name": "sum of losses" if is_sum else None,
            "name": self.watcher.name, "told": told, "recipe": recipe, "model": self.names.model,
            "tensors": self.names.tensors}
