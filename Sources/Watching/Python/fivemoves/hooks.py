"""What is put in the place of PyTorch's own functions, and taken out again."""

import functools
import sys
from threading import get_ident

import torch
from torch.nn.utils import clip_grad
from torch.optim import optimizer as optimizers

from . import calls
from .quiet import pass_over


class Hooks:
    """Each of PyTorch's functions that a loop calls, with the watcher told before and after."""

    def __init__(self, watcher):
        self.watcher = watcher
        self.loop = watcher.loop
        self.replaced = []
        self.handles = []

    def put(self):
        calls.watcher = self.watcher
        self.replace(torch.nn.Module, "__call__", calls.call)
        self._wrap(torch.nn.Module, "zero_grad", self._zero_grad)
        self._wrap(torch.optim.Optimizer, "zero_grad", self._zero_grad)
        self._wrap(torch.optim.Optimizer, "__init__", self._born, self._born)
        self._wrap_untraced(torch.autograd, "backward", self._backward, self._unseen_backward)
        self._wrap_untraced(torch.autograd, "grad", self._grad)
        self._wrap_clipping()
        self._wrap_scaler()
        self._wrap_untraced(torch.optim.lr_scheduler.LRScheduler, "step", self._schedule)
        self.handles = [
            optimizers.register_optimizer_step_pre_hook(calls.before_step),
            optimizers.register_optimizer_step_post_hook(calls.after_step),
        ]

    def take_out(self):
        """What somebody else has replaced since stays as it is, and passes through."""
        calls.watcher = None
        for place, name, mine, original in reversed(self.replaced):
            if getattr(place, name, None) is mine:
                setattr(place, name, original)
        for handle in self.handles:
            handle.remove()
        self.replaced, self.handles = [], []

    def _wrap_clipping(self):
        # The part that all ways of calling it come to; where there is none, the public function.
        if hasattr(clip_grad, "_clip_grads_with_norm_"):
            self._wrap(
                clip_grad, "_clip_grads_with_norm_", self._clip_with_norm, self._unseen_clip)
        else:
            self._wrap(clip_grad, "clip_grad_norm_", self._clip, self._unseen_clip)
            self.replace(torch.nn.utils, "clip_grad_norm_", clip_grad.clip_grad_norm_)
        self._wrap(clip_grad, "clip_grad_value_", self._clip_values)
        self.replace(torch.nn.utils, "clip_grad_value_", clip_grad.clip_grad_value_)

    def _wrap_scaler(self):
        scaler = getattr(torch.amp, "GradScaler", None) or torch.cuda.amp.GradScaler
        self._wrap(scaler, "scale", self._scale)
        self._wrap(scaler, "unscale_", self._unscale)
        self._wrap(scaler, "step", self._scaler_step, self._unseen_scaler_step)

    def _wrap(self, place, name, around, asleep=None):
        self.replace(place, name, calls.around(getattr(place, name), self.watcher, around, asleep))

    def _wrap_untraced(self, place, name, around, asleep=None):
        """What the compiler calls as it is: it is to do so here too, and not go on behind it."""
        inner = calls.around(getattr(place, name), self.watcher, around, asleep)

        @functools.wraps(inner)
        def wrapper(*args, **kwargs):
            return inner(*args, **kwargs)

        self.replace(place, name, wrapper)

    def replace(self, place, name, mine):
        self.replaced.append((place, name, mine, getattr(place, name)))
        setattr(place, name, mine)

    def _born(self, original, args, kwargs):
        result = original(*args, **kwargs)
        self.watcher.meet(args[0])
        return result

    def _zero_grad(self, original, args, kwargs):
        self.watcher.budget.hooks += 2
        state = self.loop.before_zero_grad()
        result = original(*args, **kwargs)
        self.loop.after_zero_grad(state)
        return result

    def _backward(self, original, args, kwargs):
        self.watcher.budget.hooks += 2
        given = _lone(_argument(args, kwargs, 1, "grad_tensors"))
        state = self.loop.before_backward(_loss(args, kwargs), given)
        if not self.watcher.is_awake:
            # An update by hand was the last that there was time to look at.
            self.loop.leave_backward()
            return self._unseen_backward(original, args, kwargs)
        try:
            result = original(*args, **kwargs)
        except Exception as error:
            self.loop.failed(state, error)
            raise
        finally:
            self.loop.leave_backward()
        self.loop.after_backward(state)
        return result

    def _unseen_backward(self, original, args, kwargs):
        watcher, is_mine = self.watcher, get_ident() == self.watcher.thread
        if is_mine and watcher.resting:
            watcher.glance.backward(_loss(args, kwargs))
        result = original(*args, **kwargs)
        if is_mine:
            watcher.knocked(False)
        return result

    def _unseen_clip(self, original, args, kwargs):
        result, watcher = original(*args, **kwargs), self.watcher
        if watcher.resting and get_ident() == watcher.thread:
            norm = result if result is not None else _argument(args, kwargs, 2, "total_norm")
            watcher.glance.clip(norm, _argument(args, kwargs, 1, "max_norm"))
        return result

    def _grad(self, original, args, kwargs):
        self.watcher.detours.used_by_hand()
        return original(*args, **kwargs)

    def _clip(self, original, args, kwargs):
        args, parameters, ceiling = _of_clip(args, kwargs)
        state = self.loop.before_clip(parameters, ceiling)
        norm = original(*args, **kwargs)
        self.loop.after_clip(state, parameters, norm, ceiling)
        return norm

    def _clip_with_norm(self, original, args, kwargs):
        self.watcher.budget.hooks += 2
        args, parameters, ceiling = _of_clip(args, kwargs)
        state = self.loop.before_clip(parameters, ceiling)
        result = original(*args, **kwargs)
        norm = _argument(args, kwargs, 2, "total_norm")
        self.loop.after_clip(state, parameters, norm, ceiling)
        return result

    def _clip_values(self, original, args, kwargs):
        args, parameters, _ = _of_clip(args, kwargs)
        state = self.loop.before_clip(parameters, None)
        result = original(*args, **kwargs)
        self.loop.after_clip(state, parameters, None, None)
        return result

    def _scale(self, original, args, kwargs):
        result = original(*args, **kwargs)
        if len(args) > 1:
            self.loop.scaled(args[1], result)
        return result

    def _unscale(self, original, args, kwargs):
        result = original(*args, **kwargs)
        self.loop.unscaled(_argument(args, kwargs, 1, "optimizer"))
        return result

    def _scaler_step(self, original, args, kwargs):
        optimizer = _argument(args, kwargs, 1, "optimizer")
        steps = self.loop.steps_of(optimizer)
        result = original(*args, **kwargs)
        self.loop.scaler_stepped(optimizer, steps)
        return result

    def _unseen_scaler_step(self, original, args, kwargs):
        """A step that it skips is one all the same: the optimizer's own hooks do not see it."""
        watcher = self.watcher
        is_mine, knocks = get_ident() == watcher.thread, watcher.knocks
        result = original(*args, **kwargs)
        if is_mine and watcher.knocks == knocks:
            watcher.knocked(True)
        return result

    def _schedule(self, original, args, kwargs):
        # A scheduler that is born takes a step of its own.
        if sys._getframe(3).f_code.co_name != "_initial_step":
            self.loop.scheduled(args[0])
        return original(*args, **kwargs)

    def before_step(self, optimizer, args, kwargs):
        watcher = self.watcher
        if watcher.is_silent_fork:
            watcher.trains_in_child()
        if watcher.is_over or get_ident() != watcher.thread:
            return None
        if id(optimizer) not in watcher.optimizers:
            watcher.meet(optimizer)
        if not watcher.is_awake:
            return None
        watcher.budget.hooks += 1
        return self.loop.before_step(optimizer, args, kwargs)

    def after_step(self, optimizer):
        watcher = self.watcher
        if watcher.is_over or get_ident() != watcher.thread:
            return
        if watcher.is_awake:
            watcher.budget.hooks += 1
            self.loop.after_step(optimizer)
        else:
            watcher.knocked(True)


pass_over(Hooks)
pass_over(calls.around)


def _argument(args, kwargs, place, name):
    return args[place] if len(args) > place else kwargs.get(name)


def _loss(args, kwargs):
    """The one number that a backward begins at."""
    given = _argument(args, kwargs, 1, "grad_tensors")
    if given is not None and _lone(given) is None:
        return None
    return _lone(_argument(args, kwargs, 0, "tensors"))


def _lone(value):
    if isinstance(value, (tuple, list)):
        if len(value) != 1:
            return None
        value = value[0]
    is_plain = type(value) in (torch.Tensor, torch.nn.Parameter)
    return value if is_plain and value.numel() == 1 else None


def _of_clip(args, kwargs):
    """Its arguments, with parameters that can be read only once made a list; and the ceiling."""
    parameters = _argument(args, kwargs, 0, "parameters")
    if isinstance(parameters, torch.Tensor):
        parameters = [parameters]
    elif not isinstance(parameters, (list, tuple)):
        parameters = list(parameters) if parameters is not None else []
        if args:
            args = (parameters,) + tuple(args[1:])
        else:
            kwargs["parameters"] = parameters
    ceiling = _argument(args, kwargs, 1, "max_norm")
    return args, parameters, float(ceiling) if ceiling is not None else None
