"""Which of several processes this is, and how long one may keep the others waiting."""

import os
import sys

_LONGEST_PAUSE = 120.0


def rank_and_world():
    """As torch.distributed tells it, else as torchrun's environment does."""
    distributed = sys.modules.get("torch.distributed")
    if distributed is not None and distributed.is_available() and distributed.is_initialized():
        return distributed.get_rank(), distributed.get_world_size()
    return _whole("RANK", 0), max(_whole("WORLD_SIZE", 1), 1)


def pause_limit(world):
    """Seconds after which a pause ends; None where nobody waits. A collective's time-out kills."""
    given = _seconds("FIVEMOVES_PAUSE_LIMIT")
    if world < 2:
        return given
    limit = given or _LONGEST_PAUSE
    timeout = _timeout()
    return min(limit, timeout / 2) if timeout else limit


def _timeout():
    """That of the process group; only PyTorch's inside knows it."""
    try:
        from torch.distributed import distributed_c10d

        group = distributed_c10d._get_default_group()
        backends = [group._get_backend(device) for device in group._device_types]
        return min(backend.options._timeout.total_seconds() for backend in backends)
    except Exception:
        return None


def _whole(name, usual):
    try:
        return int(os.environ[name])
    except (KeyError, ValueError):
        return usual


def _seconds(name):
    try:
        return max(float(os.environ[name]), 0.0) or None
    except (KeyError, ValueError):
        return None
