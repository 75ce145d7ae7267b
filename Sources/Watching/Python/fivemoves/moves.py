"""The lines of the five moves, each told when it is made."""

from time import perf_counter

from . import figures, site
from .readings import Clipping, Norms
from .turn import PLACES, Loss
from .updates import Update
from .wire import line

_UNKNOWN = float("nan")


class Forward:
    """From the first call of a network to its loss."""

    def __init__(self, place):
        self.start = perf_counter()
        self.answer = None
        self.place = place


class Moves:
    """What each move of a step is told with; a Teller says how closely."""

    def _move(self, move, fields, needed=(), seconds=None):
        """One move is made: `fields` gives what is told of it, once its figures are there."""
        turn = self.turn
        if seconds is None:
            seconds = perf_counter() - self.start
        position = turn.position
        turn.seconds[PLACES[move]] += seconds
        turn.moves.append(move)
        turn.position += 1
        drive = self.session.drive
        if drive.is_held:
            drive.stopped()
        if not self.is_close:
            return
        place = self._place_in_step(move, position)
        place["seconds"] = round(seconds, 7)
        place["source"] = site.source(self.place)
        self.outbox.add(needed, lambda: line("move", dict(place, **fields())))
        self.outbox.flush()

    def _place_in_step(self, move, position):
        backwards, recipe = self.turn.backwards, self.facts.recipe
        part = 1 if move == "zero_grad" else max(backwards, 1)
        if move in ("forward", "backward"):
            part = backwards + 1
        return {
            "step": self.completed + 1, "move": move, "position": position, "micro_batch": part,
            "micro_batches": max(self.facts.parts, part) if self.facts.parts else None,
            "index": recipe.index(move) if move in recipe else len(recipe)}

    def zero_grad(self, held):
        tensors = self._parameters() if self.is_close else []
        left = _held(tensors)
        # Zeros in place of gradients have wiped them too.
        held = min(held, len(tensors))
        wiped = held - left if left < held else held
        self._move("zero_grad", lambda: {"wiped": wiped, "tensors": len(tensors)})

    def held(self):
        """Gradients that are there, where it is told how many."""
        return _held(self._parameters()) if self.is_close else 0

    def _parameters(self):
        return [p for owner in self.judge.owners for p in owner.parameters]

    def begin_forward(self):
        if self.forward is None:
            self.begin("forward")
            self.forward = Forward(self.place)

    def end_forward(self, loss=None, division=None, place=None):
        """It ends where its loss goes into backward, or where another move begins before that."""
        forward, self.forward = self.forward, None
        answer = loss
        if answer is None and forward is not None:
            answer = forward.answer
        figure = figures.read_number(answer) if answer is not None else None
        # A part of a loss that was divided by all items of a step is no loss of its own.
        is_share = division is not None and division.is_of_items and self._has_parts
        known = Loss(figure, division, place) if figure is not None else None
        if loss is not None and known is not None:
            self.turn.losses.append(known)
            self.finite.check_loss(figure)
        self.late_loss = None
        if forward is None:
            if loss is not None and self.turn.is_loss_untold and not is_share:
                self.late_loss = known
            return
        self.turn.is_loss_untold, may_have_parts = known is None, self._may_have_parts
        self.place = forward.place
        needed = (figure,) if figure is not None else ()
        self._move(
            "forward",
            lambda: {"loss": None if known is None or is_share else known.value(may_have_parts)}, needed,
            perf_counter() - forward.start)

    @property
    def _may_have_parts(self):
        return self.turn.backwards > 0 or self.facts.parts != 1

    @property
    def _has_parts(self):
        return self.turn.backwards > 0 or (self.facts.parts or 1) > 1

    def backward(self, division, held, is_scaled):
        turn = self.turn
        seconds = perf_counter() - self.start
        norms = self._norms() if self.is_closest and not is_scaled else None
        if norms is not None:
            turn.norm = norms
            self.finite.check_norms(self.completed + 1, norms.figure)
        divisor = None
        if division is not None and division.is_visible and not division.is_of_items:
            divisor = division.by
        names, late = self.facts.names, self.late_loss
        may_have_parts = self._may_have_parts
        turn.is_loss_untold, self.late_loss = False, None

        def fields():
            squares = norms.squares() if norms is not None else None
            return {
                "loss": late.value(may_have_parts) if late is not None else None, "divisor": divisor,
                "gradients_before": held,
                "norm": sum(s or 0.0 for s in squares) ** 0.5 if squares else None,
                "layers": names.by_layer(squares) if squares else None}

        needed = tuple(known.figure for known in (norms, late) if known is not None)
        self._move("backward", fields, needed, seconds)
        turn.backwards += 1
        turn.is_scaled = turn.is_scaled or is_scaled

    def _norms(self):
        names = self.facts.names
        return Norms(names.parameters) if names is not None else None

    def failed(self, move, why):
        self._move(move, lambda: {"failed": why[:200]})

    def clip(self, parameters, norm, ceiling, was_scaled, is_late):
        seconds = perf_counter() - self.start
        turn, facts = self.turn, self.facts
        is_ceiling = ceiling is not None and ceiling < 1e30
        if is_ceiling and facts.max_norm is None:
            facts.max_norm = ceiling
        figure, clipping = None, turn.clipping
        if is_ceiling and norm is not None and norm.numel() == 1:
            figure = figures.read_number(figures.plain(norm))
            clipping = Clipping(figure, ceiling)
            turn.clipping = turn.clipping if is_late else clipping
            # A scaler skips the step of such gradients: that is its way, and is told.
            if not was_scaled:
                self.finite.check_norm(self.completed + 1, figure)
        gradients = _held(parameters) if self.is_close else 0

        def fields():
            known = dict.fromkeys(("norm_before", "norm", "factor"), _UNKNOWN)
            known["clipped"] = False
            known["max_norm"] = ceiling if is_ceiling else float("inf")
            if figure is not None:
                before, factor = clipping.norm(), clipping.factor()
                known.update(
                    norm_before=before, norm=before * factor, factor=factor, clipped=factor < 1.0)
            counted = None if is_late else clipping
            known.update(clipped_steps=self.steps.clipped_with(counted), gradients=gradients)
            if self.steps.since > 1:
                known["clipped_since"] = self.steps.since
            return known

        self._move("clip", fields, (figure,) if figure is not None else (), seconds)

    def before_update(self, owner):
        self.update = None
        if self.is_closest and Update.can_follow(owner.parameters):
            self.update = Update(owner.parameters)
        self.start = perf_counter()

    def step(self, owner, rate, is_skipped):
        seconds = perf_counter() - self.start
        turn, update, names = self.turn, self.update, self.facts.names
        if update is not None:
            update.end()
        held = _held(owner.parameters) if self.is_close else 0
        updated = 0 if is_skipped else held
        skipped = len(owner.parameters) - updated

        def fields():
            known = {"used_lr": _UNKNOWN if rate is None else rate, "lr": rate}
            known.update(updated=updated, skipped=skipped)
            if update is not None and names is not None:
                known.update(update.fields(names))
            return known

        turn.update, turn.rate, turn.has_stepped = update, rate, True
        turn.is_skipped = turn.is_skipped or is_skipped
        # The line of the last move and that of its step belong together.
        self.outbox.is_corked = True
        self._move("step", fields, update.needed if update is not None else (), seconds)
        self.update = None
        if len(self.judge.owners) == 1:
            self.end_step()


def _held(parameters):
    return sum(p.grad is not None for p in parameters)
