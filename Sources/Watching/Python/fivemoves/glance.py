"""Steps that there is no time to look at: their losses, norms and rates are told, and no more."""

from . import figures
from .division import Division
from .guard import guarded
from .readings import Clipping
from .turn import Loss, Turn


class Glance:
    def __init__(self, watcher):
        self.watcher = watcher
        self.turn = Turn()
        #: Where the losses of the last step that was looked at stand; None where they cannot be told.
        self.places = None
        self.is_told = False

    def note(self, turn, owners):
        """A step was looked at: the next ones are taken to be made by the same lines."""
        is_known = len(owners) == 1 and 0 < len(turn.losses) == turn.backwards and not turn.is_scaled
        self.places = [loss.place for loss in turn.losses] if is_known else None

    def begin(self, has_time):
        self.turn = Turn()
        self.is_told = has_time and self.places is not None

    @guarded
    def backward(self, loss):
        """Before it is made: afterwards its graph says nothing any more."""
        turn = self.turn
        turn.backwards += 1
        if not self.is_told or loss is None or loss.grad_fn is None:
            return
        place = self.places[min(turn.backwards, len(self.places)) - 1]
        figure = figures.read_number(loss)
        turn.losses.append(Loss(figure, Division(loss.grad_fn), place))
        self.watcher.teller.finite.check_loss(figure)

    @guarded
    def clip(self, norm, ceiling):
        # Before any backward it meets the gradients of the step that is over.
        if self.is_told and self.turn.backwards and ceiling is not None and ceiling < 1e30:
            figure = figures.read_number(figures.plain(norm))
            self.turn.clipping = Clipping(figure, float(ceiling))
            teller = self.watcher.teller
            teller.finite.check_norm(teller.completed + 1, figure)

    def step(self, rate):
        """The step that is complete; None where nothing of it can be told."""
        turn, self.turn = self.turn, Turn()
        turn.rate, turn.seconds = rate, None
        return turn if 0 < len(turn.losses) == turn.backwards else None
