"""Where a loop first leaves the finite numbers."""

from math import isfinite

import torch

from .figures import norm_of, plain


class Finite:
    """Looks at each loss and norm as it becomes known, until one is no finite number."""

    def __init__(self, teller):
        self.teller = teller
        self.judge = teller.judge

    def check_norm(self, step, norm):
        """Of the gradients, as backward left them: a clip measures these before it changes them."""
        if type(norm) is float and not isfinite(norm):
            self.judge.not_finite(step, "backward", "norm")

    def check_norms(self, step, figure):
        """Of each parameter's gradient, as backward left them; later, where they come later."""
        if type(figure) is list:
            self.check_norm(step, norm_of(figure))

    def check_loss(self, figure):
        """Of the step that is being made, before anything is changed by it."""
        if type(figure) is not float or isfinite(figure) or self.judge.first_not_finite:
            return
        before = self.teller.completed
        if before and self._has_left_parameters():
            unseen = before if self._is_unseen(before) else None
            return self.judge.not_finite(before, "step", "norm of the parameters", unseen)
        self.judge.not_finite(before + 1, "forward", "loss")

    def check_late_loss(self, step, loss):
        """Of a step that is over: what its parameters were is not known any more."""
        if not isfinite(loss):
            unseen = step - 1 if self._is_unseen(step - 1) else None
            self.judge.not_finite(step, "forward", "loss", unseen)

    def _is_unseen(self, step):
        """Whether nobody looked at that step's gradients."""
        return step > 0 and self.teller.steps.last_norm < step

    def _has_left_parameters(self):
        """Whether some parameters are no finite numbers: a forward from there on makes none."""
        with torch.no_grad():
            for owner in self.judge.owners:
                for parameter in owner.parameters:
                    values = plain(parameter)
                    # What stands on a GPU would have to be waited for.
                    if not values.is_cuda and not bool(torch.isfinite(values).all()):
                        return True
        return False
