"""By what a loss was divided before backward, as its own graph tells and what backward was given."""

import torch

_THROUGH = ("ToCopyBackward0", "AliasBackward0", "ViewBackward0", "SqueezeBackward0")
_SCALED = ("DivBackward0", "MulBackward0")
_LINEAR = (
    "MeanBackward0", "MeanBackward1", "SumBackward0", "SumBackward1", "NegBackward0",
    "UnsqueezeBackward0", "SqueezeBackward1", "ReshapeAliasBackward0", "UnsafeViewBackward0",
    "TransposeBackward0", "CloneBackward0")
_DEEP = 8
_MEAN, _SUM = 1, 2


class Division:
    __slots__ = ("by", "in_graph", "is_visible", "is_mean", "is_of_items")

    def __init__(self, node, given=None):
        """given: what backward multiplies the loss's gradient by, where the script says so."""
        self.by = 1
        self.is_visible = node is not None
        self.is_mean = False
        self.is_of_items = False
        self._walk(node)
        if self.is_mean:
            self._walk_below(node)
        #: What the loss's own number was divided by.
        self.in_graph = self.by
        if given is not None:
            self._weigh(given)

    def _weigh(self, given):
        # A number on a GPU would have to be waited for.
        factor = float(given.detach()) if given.device.type == "cpu" else 0.0
        if 0 < factor < 1 and _is_whole(1 / factor):
            self.by *= int(round(1 / factor))
        elif factor < 1:
            self.is_visible = False

    def _walk(self, node):
        for _ in range(6):
            if node is None:
                return
            name = type(node).__name__
            if name == "DivBackward0":
                self._divide(_number(node), node)
            elif name == "MulBackward0":
                factor = _number(node)
                # Scaling the loss up, as mixed precision does, divides nothing.
                if factor is not None and 0 < factor < 1:
                    self._divide(1 / factor, node)
            elif name not in _THROUGH:
                return self._end(node, name)
            node = _next(node)

    def _walk_below(self, node):
        """What a mean is taken of may have been divided before."""
        while node is not None and type(node).__name__ != "MeanBackward0":
            node = _next(node) if type(node).__name__ in _THROUGH + _SCALED else None
        for _ in range(_DEEP):
            node = _next(node) if node is not None else None
            name = type(node).__name__
            if name in _SCALED:
                self._scale(node, name)
            elif name not in _THROUGH + _LINEAR:
                return

    def _scale(self, node, name):
        number = _number(node)
        if number is None:
            # Weights of each part may hold anything.
            self.is_visible = False
        elif name == "MulBackward0":
            if 0 < abs(number) < 1:
                self._divide(1 / abs(number), node)
        else:
            self._divide(abs(number), node)

    def _divide(self, number, node):
        following = _next(node)
        is_sum = type(following).__name__ == "SumBackward0"
        if is_sum or getattr(following, "_saved_reduction", None) == _SUM:
            self.is_of_items = True
        elif number is not None and round(number) >= 1 and _is_whole(number):
            self.by *= int(round(number))
        else:
            self.is_visible = False

    def _end(self, node, name):
        if "Compiled" in name or "Function" in name:
            self.is_visible = False
        self.is_mean = name == "MeanBackward0" or getattr(node, "_saved_reduction", None) == _MEAN


def _next(node):
    return node.next_functions[0][0] if node.next_functions else None


def _is_whole(number):
    return abs(number - round(number)) < 1e-6 * number


def _number(node):
    """The other side of a division or product, where reading it waits for no GPU."""
    other = getattr(node, "_saved_other", None)
    if isinstance(other, torch.Tensor):
        is_here = other.numel() == 1 and other.device.type == "cpu"
        return float(other) if is_here else None
    return float(other) if isinstance(other, (int, float)) else None
