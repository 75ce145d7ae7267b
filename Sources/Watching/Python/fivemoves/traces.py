"""What a script's own error shows: the frames of its call, without those that stand in between here."""

import os
import types

_OURS = os.path.dirname(os.path.abspath(__file__)) + os.sep


def without_ours(error):
    """The error's traceback as it were without us; that of what led to it, too."""
    seen, part = set(), error
    while part is not None and id(part) not in seen:
        seen.add(id(part))
        part.__traceback__ = _cut(part.__traceback__)
        part = part.__cause__ or part.__context__
    return error.__traceback__


def _cut(trace):
    kept = []
    while trace is not None:
        if not os.path.abspath(trace.tb_frame.f_code.co_filename).startswith(_OURS):
            kept.append(trace)
        trace = trace.tb_next
    result = None
    for one in reversed(kept):
        result = types.TracebackType(result, one.tb_frame, one.tb_lasti, one.tb_lineno)
    return result
