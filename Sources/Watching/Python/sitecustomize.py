"""Python reads this at its start, since its folder is first on PYTHONPATH; then it steps back behind all others."""

import os
import sys

_folder = os.path.dirname(os.path.abspath(__file__))


def _make_room():
    sys.path[:] = [p for p in sys.path if os.path.abspath(p or ".") != _folder]
    mine = sys.modules.pop("sitecustomize")
    try:
        import sitecustomize  # noqa: F401  the machine's own, if it has one
    except ImportError as error:
        # A Python before 3 does not name it.
        if getattr(error, "name", "sitecustomize") != "sitecustomize":
            raise
    finally:
        sys.modules.setdefault("sitecustomize", mine)
        # A script that says `import fivemoves` finds it, and no module of its own is hidden.
        sys.path.append(_folder)


def _watch():
    import fivemoves_start

    fivemoves_start.after_torch(_folder)


_make_room()
if os.environ.get("FIVEMOVES") == "1" and sys.version_info >= (3, 9):
    try:
        _watch()
    except Exception as error:
        print("fivemoves: this run is not watched: %r" % (error,), file=sys.stderr)
