"""A script that compiles: PyTorch's compiler sees its own functions through those that stand here."""

import sys

from . import calls


class Compiler:
    def __init__(self):
        self.is_met = False

    def meet(self):
        """Once the script has loaded it: to import it for that can make a script hang at its end."""
        if self.is_met or "torch._dynamo" not in sys.modules:
            return
        self.is_met = True
        _leave_out()
        for function in (calls.call, calls.outermost, calls._inside, calls.before_step, calls.after_step):
            _run_as_it_is(function.__code__)
        _run_as_it_is(calls.around(_nothing, None, None, None).__code__)


def _nothing():
    return None


def _leave_out():
    """What is called from calls.py is never compiled."""
    names = [n for n in sys.modules if n.startswith(__package__ + ".") and n != calls.__name__]
    for rules in (sys.modules.get("torch._dynamo." + name) for name in ("trace_rules", "skipfiles")):
        if hasattr(rules, "add") and hasattr(rules, "SKIP_DIRS"):
            # Each call of `add` takes 10 ms: the last one takes in what was put there before.
            rules.SKIP_DIRS.extend(sys.modules[name].__file__ for name in names[1:])
            rules.add(names[0])


def _run_as_it_is(code):
    """Within compiled code it is traced through; called between two compiled parts it is not compiled."""
    skip = getattr(sys.modules.get("torch._dynamo.eval_frame"), "skip_code", None)
    if skip is not None:
        skip(code)
