"""What PyTorch's functions do, put into the moves of training steps."""

import functools
import weakref

import torch

from . import site
from .division import Division
from .guard import guarded
from .trained import STEPS


class Loop:
    def __init__(self, watcher):
        self.watcher = watcher
        self.teller = watcher.teller
        self.judge = watcher.judge
        self.detours = watcher.detours
        self.backward_depth = 0
        self.stepping = None
        self.in_closure = False
        self.scaled_losses = []

    @property
    def is_in_update(self):
        """Inside an optimizer's step; a closure's first call comes before its update."""
        return self.stepping is not None and not self.in_closure

    # zero_grad

    @guarded
    def before_zero_grad(self):
        if self.watcher.is_busy or not self.judge.owners:
            return None
        self.detours.leave()
        if not self.watcher.look_by_hand():
            return None
        self.teller.begin("zero_grad")
        return True, self.teller.held()

    @guarded
    def after_zero_grad(self, state):
        if state is not None:
            if self.watcher.by_hand is not None:
                self.watcher.by_hand.filled = []
            self.judge.after_zero_grad()
            self.teller.zero_grad(state[1])

    # backward

    @guarded
    def before_backward(self, loss, given):
        self.backward_depth += 1
        if self.backward_depth > 1 or self.is_in_update:
            return None
        if not self.judge.owners:
            return self.watcher.before_unowned(loss)
        if self.detours.detour is not None:
            self.detours.leave(is_used=True)
        if not self.watcher.look_by_hand():
            return None
        place, division, is_scaled = site.place(), None, False
        if loss is not None and loss.grad_fn is not None:
            division = Division(loss.grad_fn, given)
            self.judge.keep(loss.grad_fn)
        if self.scaled_losses:
            loss, is_scaled = self._unscaled(loss)
        self.teller.end_forward(loss, division, place)
        self.teller.begin("backward")
        self.judge.before_backward()
        return division, place, is_scaled, self.teller.held()

    def _unscaled(self, loss):
        for reference, original in self.scaled_losses:
            if loss is not None and reference() is loss:
                return original, True
        return loss, False

    def leave_backward(self):
        self.backward_depth = max(self.backward_depth - 1, 0)

    @guarded
    def after_backward(self, state):
        if type(state) is not tuple:
            if not self.judge.owners and not self.backward_depth:
                self.watcher.meet_by_hand(state)
            return
        division, place, is_scaled, held = state
        self.judge.after_backward(division, place, is_scaled)
        self.scaled_losses = []
        self.watcher.note_by_hand()
        self.teller.backward(division, held, is_scaled)

    @guarded
    def failed(self, state, error):
        if type(state) is tuple:
            self.teller.failed("backward", "%s: %s" % (type(error).__name__, error))

    # Mixed precision

    @guarded
    def scaled(self, before, after):
        if isinstance(before, torch.Tensor) and after is not before:
            self.scaled_losses.append((weakref.ref(after), before.detach()))

    @guarded
    def unscaled(self, optimizer):
        owner = self.watcher.owner(optimizer)
        if owner is not None:
            owner.is_unscaled = True
            owner.note_change()

    def steps_of(self, optimizer):
        owner = self.watcher.owner(optimizer)
        return owner.steps if owner is not None else 0

    @guarded
    def scaler_stepped(self, optimizer, steps):
        """Where the scaler found inf or NaN, the optimizer's step was not called at all."""
        owner = self.watcher.owner(optimizer)
        if owner is None or owner.steps != steps:
            return
        self.detours.leave()
        self.teller.begin("step")
        self.teller.before_update(owner)
        self._end_step(owner, rate(owner), True)

    # clip

    @guarded
    def before_clip(self, parameters, ceiling):
        if self.watcher.is_busy or not self.judge.owners:
            return None
        self.detours.leave()
        if not self.watcher.look_by_hand():
            return None
        self.teller.begin("clip")
        owner = next((o for o in map(self.watcher.owner_of, parameters) if o is not None), None)
        # A ceiling that nothing can reach only measures.
        if ceiling is None or ceiling < 1e30:
            self.judge.clip(owner)
        return owner is not None and owner.is_scaled, owner

    @guarded
    def after_clip(self, state, parameters, norm, ceiling):
        if state is not None:
            was_scaled, owner = state
            # Gradients that a step has used already are no more than that step's.
            is_late = owner is not None and owner.clips[-1:] == ("late",)
            if owner is not None:
                owner.note_change()
            self.teller.clip(parameters, norm, ceiling, was_scaled, is_late)

    # step

    @guarded
    def before_step(self, optimizer, args, kwargs):
        owner = self.watcher.owner(optimizer)
        if owner is None or self.stepping is not None and self.stepping is not owner:
            return None
        if self.watcher.by_hand is not None:
            self.watcher.leave_by_hand()
        if owner.groups != len(optimizer.param_groups):
            self.watcher.relearn(owner, optimizer)
        self.detours.leave()
        closure = kwargs.get("closure") or (args[1] if len(args) > 1 else None)
        self.stepping, self.in_closure = owner, callable(closure)
        if not self.in_closure:
            self._begin_step(owner)
            return None
        return self._with_closure(owner, closure, args, kwargs)

    def _with_closure(self, owner, closure, args, kwargs):
        """Its first call makes the moves before the update; later calls are the update's."""
        is_first = [True]

        @functools.wraps(closure)
        def first(*inner, **named):
            result = closure(*inner, **named)
            if is_first:
                is_first.clear()
                self._closed(owner)
            return result

        if kwargs.get("closure") is not None:
            return args, dict(kwargs, closure=first)
        return (args[0], first) + tuple(args[2:]), kwargs

    @guarded
    def _closed(self, owner):
        if self.stepping is owner:
            self.detours.leave()
            self.in_closure = False
            self._begin_step(owner)

    def _begin_step(self, owner):
        self.teller.begin("step")
        self.judge.before_step(owner)
        self.teller.before_update(owner)

    @guarded
    def after_step(self, optimizer):
        owner = self.watcher.owner(optimizer)
        if owner is None or self.stepping is not owner:
            return
        self.stepping, self.in_closure = None, False
        self._end_step(owner, rate(owner), _found_inf(optimizer))

    def _end_step(self, owner, used, is_skipped):
        if is_skipped:
            self.judge.count("skipped")
        self.judge.after_step(owner)
        if owner.seen == STEPS or self.judge.expects_untouched(owner):
            self.watcher.look_at_parameters(owner)
        self.teller.step(owner, used, is_skipped)

    def began_by_hand(self, owner, first):
        """Forward and backward of the first step, which are over before it is known who is trained."""
        teller = self.teller
        self.judge.forward([owner])
        teller.begin_forward()
        teller.forward.place = first.called_from if teller.is_close else None
        teller.forward.start -= first.start - first.called_at
        teller.end_forward(first.loss, first.division, first.place)
        teller.begin("backward")
        teller.start -= first.end - first.start
        self.judge.filled(owner, first.division, first.place)
        teller.backward(first.division, 0, False)

    def stepped_by_hand(self, owner):
        """Parameters have changed since the last backward, and no optimizer was there to do it."""
        self.teller.begin("step")
        self.teller.place = None
        self.judge.before_step(owner)
        self._end_step(owner, rate(owner), False)

    def wiped_by_hand(self, held):
        """The gradients that backward had left are gone, and nothing was called that does that."""
        self.teller.begin("zero_grad")
        self.teller.place = None
        self.judge.after_zero_grad()
        self.teller.zero_grad(held)

    @guarded
    def scheduled(self, scheduler):
        is_first = not self.watcher.knocks and not self.teller.completed
        self.judge.schedule(self.watcher.owner(getattr(scheduler, "optimizer", None)), is_first)


def rate(owner):
    optimizer = owner.reference()
    found = optimizer.param_groups[0].get("lr") if optimizer is not None else None
    if isinstance(found, torch.Tensor):
        # A rate on a GPU would have to be waited for.
        return None if found.is_cuda else float(found)
    return float(found) if found is not None else None


def _found_inf(optimizer):
    found = getattr(optimizer, "found_inf", None)
    if isinstance(found, torch.Tensor) and found.device.type == "cpu":
        return bool(found.item())
    return False
