"""What has been seen of the training step that is being made."""

from time import perf_counter

from .figures import value

ORDER = ["zero_grad", "forward", "backward", "clip", "step"]
PLACES = {move: place for place, move in enumerate(ORDER)}


class Turn:
    def __init__(self):
        self.start = perf_counter()
        self.position = 0
        self.moves = []
        self.seconds = [0.0] * 5
        self.losses = []
        #: Whether a forward was told before its loss could be known.
        self.is_loss_untold = False
        self.backwards = 0
        self.is_scaled = False
        self.norm = None
        self.clipping = None
        self.update = None
        self.rate = None
        self.has_stepped = False
        #: Whether a gradient scaler kept the optimizer from its step.
        self.is_skipped = False

    def needed(self):
        """The figures that the step's line waits for."""
        found = [loss.figure for loss in self.losses]
        if self.clipping is not None:
            found.append(self.clipping.figure)
        elif self.norm is not None:
            found.append(self.norm.figure)
        return found + (self.update.needed if self.update is not None else [])

    @property
    def is_without_step(self):
        """A loop that wipes what it found and never steps comes round all the same."""
        moves = self.moves
        if "step" in moves or "zero_grad" not in moves:
            return False
        return "backward" in moves[moves.index("zero_grad"):]


class Loss:
    """What one backward began at, before it was divided or scaled."""

    __slots__ = ("figure", "by", "share", "is_of_items", "place")

    def __init__(self, figure, division, place):
        self.figure = figure
        self.is_of_items = division is not None and division.is_of_items
        is_divided = division is not None and not self.is_of_items
        self.by, self.share = (division.in_graph, division.by) if is_divided else (1, 1)
        self.place = place

    def value(self, has_parts=True):
        """Before it was divided for the parts of a step; where there are none, a factor is its own."""
        return value(self.figure) * (self.by if has_parts else 1)


def is_sum(losses):
    """Whether the loss of a step is what several lines found together, and no mean of parts."""
    places = {loss.place for loss in losses}
    return len(places) > 1 and all(loss.share == 1 and not loss.is_of_items for loss in losses)


def loss_of_step(losses, values):
    """Micro-batches are averaged; losses of several lines, or divided by items, add up."""
    if len(values) < 2:
        return values[0] if values else None
    if losses[0].is_of_items:
        return sum(values)
    places = {loss.place for loss in losses}
    if len(places) < 2:
        return sum(values) / len(values)
    if any(loss.share > 1 for loss in losses):
        return sum(v / loss.share for v, loss in zip(values, losses))
    groups = [[v for v, loss in zip(values, losses) if loss.place == place] for place in places]
    return sum(sum(group) / len(group) for group in groups)
