"""Shows the training loop of this process, one move at a time, to whoever runs `fivemoves watch`.

`fivemoves.watch()` anywhere before the first training step is all that a script needs; under
`fivemoves watch -- python train.py` it needs nothing. No result changes by a bit, and nobody needs
to be watching.
"""

import os
import sys

PROTOCOL = 1

_watcher = None


def watch(name=None):
    """Opens this process to viewers, from the first optimizer on.

    name: what the run is called; the script's name where it is not given.
    """
    global _watcher
    if _watcher is None:
        try:
            import torch  # noqa: F401
        except ImportError as error:
            print("fivemoves: nothing is watched, since PyTorch cannot be imported: %s"
                  % error, file=sys.stderr)
            return None
        from .watcher import Watcher

        _watcher = Watcher(name)
        _watcher.install()
    return _watcher


def unwatch():
    """Puts back all that was replaced, and closes the socket."""
    global _watcher
    if _watcher is not None:
        _watcher.step_aside()
        _watcher = None


def _is_quiet_rank():
    return os.environ.get("RANK", "0") != "0"
