"""The functions that stand in compiled code's way, small enough to be traced through."""

import functools
import threading

from torch.nn import Module

try:
    from torch.compiler import is_compiling
except ImportError:
    def is_compiling():
        return False

original = Module.__call__
watcher = None
is_inside = False
get_ident = threading.get_ident


def call(self, *args, **kwargs):
    if is_compiling() or is_inside or watcher is None:
        return original(self, *args, **kwargs)
    return outermost(self, args, kwargs)


def outermost(module, args, kwargs):
    """A call from the script's own code, and not from inside another module."""
    seen = watcher
    if get_ident() != seen.thread:
        return original(module, *args, **kwargs)
    if not seen.is_awake and not (seen.resting and seen.detours.ends_rest(module)):
        return _inside(module, args, kwargs)
    calls = seen.detours
    is_followed = calls.follows(module)
    if not is_followed and seen.judge.owners:
        return original(module, *args, **kwargs)
    if is_followed:
        calls.before_call(module)
    result = _inside(module, args, kwargs)
    if is_followed:
        calls.after_call(module, result)
    return result


def _inside(module, args, kwargs):
    """Calls of its parts are no calls from the script."""
    global is_inside
    is_inside = True
    try:
        return original(module, *args, **kwargs)
    finally:
        is_inside = False


def around(original, seen, told, asleep):
    """What is called in the place of a function: `told` while somebody looks, else `asleep`."""

    @functools.wraps(original)
    def wrapper(*args, **kwargs):
        if is_compiling():
            return original(*args, **kwargs)
        if seen.is_awake and get_ident() == seen.thread:
            return told(original, args, kwargs)
        if asleep is not None and not seen.is_over:
            return asleep(original, args, kwargs)
        return original(*args, **kwargs)

    return wrapper


def before_step(optimizer, args, kwargs):
    if is_compiling() or watcher is None:
        return None
    return watcher.hooks.before_step(optimizer, args, kwargs)


def after_step(optimizer, args, kwargs):
    if not is_compiling() and watcher is not None:
        watcher.hooks.after_step(optimizer)
