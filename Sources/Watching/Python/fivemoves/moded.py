"""Layers that do something else in training."""

import torch

_DROPOUT = torch.nn.modules.dropout._DropoutNd
_NORMS = torch.nn.modules.batchnorm._NormBase


def mode_layers(module):
    """Their kinds, of those that are in training now."""
    return sorted({type(part).__name__ for part in module.modules() if _is_moded(part)})


def _is_moded(part):
    if not part.training:
        return False
    if isinstance(part, _DROPOUT):
        return part.p > 0
    # Without a momentum its averages are being made anew on purpose, as update_bn does.
    return isinstance(part, _NORMS) and part.track_running_stats and part.momentum is not None
