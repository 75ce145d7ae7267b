"""Waits until a script has imported torch; a script that never does is left alone."""

import sys
from importlib.machinery import PathFinder


class _TorchFinder:
    """Stands before the other finders until torch is found by them."""

    def __init__(self, folder):
        self.folder = folder

    def find_spec(self, name, path=None, target=None):
        if name != "torch":
            return None
        sys.meta_path.remove(self)
        spec = PathFinder.find_spec(name, path, target)
        if spec is not None and spec.loader is not None:
            _follow(spec.loader, self.folder)
        return spec


def _follow(loader, folder):
    execute = loader.exec_module

    def exec_module(module):
        execute(module)
        _install(folder)

    loader.exec_module = exec_module


def _install(folder):
    sys.path.insert(0, folder)
    try:
        import fivemoves

        fivemoves.watch()
    except Exception as error:
        print("fivemoves: this run is not watched: %r" % (error,), file=sys.stderr)
    finally:
        if folder in sys.path:
            sys.path.remove(folder)


def after_torch(folder):
    if "torch" in sys.modules:
        _install(folder)
    else:
        sys.meta_path.insert(0, _TorchFinder(folder))
