"""Layers that do something else in training."""

import torch

_DROPOUT = torch.nn.modules.dropout._DropoutNd
_NORMS = torch.nn.modules.batchnorm._NormBase


def mode_layers(module):
    """Their kinds, of those that are in training now and not on purpose."""
    parts = list(module.modules())
    if any(isinstance(part, _NORMS) and part.momentum is None for part in parts):
        # Its averages are being made anew, as update_bn does, or are meant to be.
        return []
    return sorted({type(part).__name__ for part in parts if _is_moded(part)})


def _is_moded(part):
    if not part.training:
        return False
    if isinstance(part, _DROPOUT):
        return part.p > 0
    return isinstance(part, _NORMS) and part.track_running_stats
