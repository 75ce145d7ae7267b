"""A warning raised in a function of PyTorch names the script's line, as without what is wrapped around it."""

import types

#: Python counts no frame of its importer where it looks for the line that a warning is about, and
#: knows such frames by these two words in the name of their file.
_PASSED_OVER = " (importlib, _bootstrap)"


def pass_over(holder):
    """A function, or all functions of a class, and those made in them, are left out of that count."""
    for function in [holder] if isinstance(holder, types.FunctionType) else list(vars(holder).values()):
        if isinstance(function, types.FunctionType):
            function.__code__ = _renamed(function.__code__)


def _renamed(code):
    inner = tuple(_renamed(c) if isinstance(c, types.CodeType) else c for c in code.co_consts)
    return code.replace(co_filename=code.co_filename + _PASSED_OVER, co_consts=inner)
