"""Lines as `fivemoves` reads them: one JSON object a line; what is not known is left out."""

import json
import math


def line(kind, fields):
    known = {"type": kind}
    for name, value in fields.items():
        if value is not None:
            known[name] = _shown(value)
    return json.dumps(known, allow_nan=False, separators=(",", ":"))


def number(value):
    """A number as JSON has it; those that are not finite stand in strings."""
    return repr(value) if math.isfinite(value) else '"%s"' % _spelled(value)


def seconds(moves):
    """The times of the five moves."""
    return '{"zero_grad":%.7f,"forward":%.7f,"backward":%.7f,"clip":%.7f,"step":%.7f}' % moves


def _shown(value):
    if isinstance(value, float):
        return value if math.isfinite(value) else _spelled(value)
    if isinstance(value, dict):
        return {name: _shown(part) for name, part in value.items() if part is not None}
    if isinstance(value, (list, tuple)):
        return [_shown(part) for part in value]
    return value


def _spelled(value):
    return "NaN" if math.isnan(value) else "inf" if value > 0 else "-inf"
