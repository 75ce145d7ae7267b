"""Keeps the watcher's own errors from the script, and counts the time that it takes."""

import functools
from time import perf_counter


def guarded(method):
    """An error in here is never the script's: it is said once, and the watcher steps aside."""

    @functools.wraps(method)
    def safe(self, *args):
        watcher = self.watcher
        if watcher.is_over:
            return None
        budget = watcher.budget
        is_outermost = budget.entered is None
        if is_outermost:
            budget.entered = perf_counter()
        try:
            return method(self, *args)
        except Exception as error:
            watcher.give_up(error)
        finally:
            if is_outermost:
                budget.leave()

    return safe
