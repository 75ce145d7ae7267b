"""Calls of networks: the forward of a training step, or the side road of an evaluation."""

import weakref
from time import perf_counter

import torch

from .figures import scalar_loss
from .guard import guarded
from .moded import mode_layers
from .names import unwrapped
from .strangers import Strangers


#: Forwards of so many steps are marked; later ones where that is nothing to the time of a step.
_MARKED = 100
_SLOW = 0.001


class Detour:
    """Some batches that go through a network beside its training."""

    def __init__(self, module):
        self.start = perf_counter()
        self.module = weakref.ref(module)
        self.was_training = module.training
        self.has_gradients = True
        self.batches = 0
        self.losses = []
        self.waits_for_loss = False
        self.layers = []


class Detours:
    def __init__(self, watcher):
        self.watcher = watcher
        self.teller = watcher.teller
        self.judge = watcher.judge
        self.detour = None
        self.followed = {}
        self.strangers = Strangers()

    def beside(self):
        """Networks that were called beside the first: those with some parameters in an optimizer, and
        those with none that seem to be trained all the same."""
        partly = [module for module, owners in self._followed() if owners]
        return partly, self.strangers.trained(self.judge.backwards)

    def _followed(self):
        return [(reference(), owners) for reference, owners, _ in list(self.followed.values())
                if reference() is not None]

    @guarded
    def follows(self, module):
        """Whether an optimizer trains its parameters, or it may tell an evaluation's loss."""
        watcher = self.watcher
        if not self.judge.owners:
            watcher.note_call(module)
            return False
        known = self.followed.get(id(module))
        if known is None or known[0]() is not module:
            known = self.followed[id(module)] = self._look(module)
        if known[2] and not known[1]:
            self.strangers.note(module, self.judge.backwards)
        # What stands behind the network in an evaluation may be its loss.
        return known[1] or self.detour is not None and not known[2]

    def ends_rest(self, module):
        """No evaluation is missed for want of time."""
        if module.training and torch.is_grad_enabled() or not self.follows(module):
            return False
        self.rouse()
        return self.watcher.is_awake

    @guarded
    def rouse(self):
        self.watcher.rouse()

    def _look(self, module):
        parameters = list(module.parameters())
        found = [self.watcher.by_parameter.get(id(p)) for p in parameters]
        owners = list({id(owner): owner for owner in found if owner is not None}.values())
        followed = self.followed
        key = id(module)
        return weakref.ref(module, lambda _: followed.pop(key, None)), owners, bool(parameters)

    @guarded
    def before_call(self, module):
        watcher = self.watcher
        if watcher.is_busy:
            return
        owners = self.followed[id(module)][1]
        if not owners:
            return
        if not watcher.look_by_hand():
            return
        has_gradients = torch.is_grad_enabled()
        if module.training and has_gradients:
            if self.detour is not None:
                self.leave()
            self._begin_forward(module, owners)
        elif self.teller.forward is None:
            self._enter(module, has_gradients)

    def _begin_forward(self, module, owners):
        if self.watcher.network() is None:
            self.watcher.network = weakref.ref(module)
        self.judge.forward(owners)
        self.teller.begin_forward()

    def _enter(self, module, has_gradients):
        detour = self.detour
        if detour is None:
            detour = self.detour = Detour(module)
            self.teller.detour(module.training, has_gradients)
        detour.batches += 1
        is_looked_at = detour.batches == 2 or detour.batches == 1 and self.judge.expects_lone
        if is_looked_at and module.training:
            # Looked at here: averages that are made anew are as usual again when that is over.
            detour.layers = mode_layers(unwrapped(module))
        detour.waits_for_loss = True
        detour.has_gradients = detour.has_gradients and has_gradients

    @guarded
    def after_call(self, module, result):
        detour = self.detour
        if detour is None:
            forward = self.teller.forward
            if forward is not None and not self.watcher.is_busy:
                if self.judge.steps < _MARKED or self.teller.step_seconds > _SLOW:
                    self.judge.open(_graph(result))
                loss = scalar_loss(result)
                forward.answer = loss.detach() if loss is not None else forward.answer
        elif detour.waits_for_loss:
            loss = scalar_loss(result)
            if loss is not None:
                detour.losses.append(loss.detach())
                detour.waits_for_loss = False

    def leave(self, is_used=False):
        """The road goes on: what was measured meanwhile is told."""
        detour, self.detour = self.detour, None
        if detour is None:
            return
        module = detour.module()
        if is_used and module is not None and detour.has_gradients:
            # Its answers were what backward began at: it was a forward after all.
            return self._begin_forward(module, self._look(module)[1])
        if detour.was_training and detour.batches < 2:
            return self.judge.saw_lone(detour.layers)
        if module is not None and (detour.has_gradients or detour.was_training):
            self.judge.evaluated(detour.layers, detour.batches, detour.has_gradients)
        self.teller.evaluated(detour)

    @guarded
    def used_by_hand(self):
        """Gradients of something that no optimizer steps by, as a gradient penalty takes them."""
        self.judge.opened = []
        if self.detour is not None and self.detour.has_gradients:
            self.detour = None


def _graph(result):
    """What backward would go through first, of an answer in a usual form."""
    if isinstance(result, (tuple, list)) and result:
        result = result[0]
    return result.grad_fn if type(result) is torch.Tensor else None
