"""Where in the script's own code a move stands."""

import linecache
import os
import sys

import torch

_libraries = (
    os.path.dirname(os.path.abspath(__file__)),
    os.path.dirname(os.path.abspath(torch.__file__)),
    os.path.dirname(os.path.abspath(os.__file__)) + os.sep,
)
_is_script = {}


def script_name():
    """What runs: a script by its file, a notebook as its server names it."""
    name = os.path.basename(sys.argv[0] or "")
    if name == "ipykernel_launcher.py":
        return os.path.basename(os.environ.get("JPY_SESSION_NAME", "")) or "notebook"
    return name or "python"


def place():
    """The file and line nearest to the move that is not a library's; None where there is none."""
    frame = sys._getframe(2)
    while frame is not None:
        name = frame.f_code.co_filename
        found = _is_script.get(name)
        if found is None:
            found = _is_script[name] = _is_of_script(name)
        if found:
            return name, frame.f_lineno
        frame = frame.f_back
    return None


def calls():
    """The script's lines that led to this call, where it is the script that calls; else None."""
    frame, found = sys._getframe(2), []
    while frame is not None and frame.f_code.co_filename.startswith(_libraries[0]):
        frame = frame.f_back
    while frame is not None and (found or _is_of_script(frame.f_code.co_filename)):
        if _is_of_script(frame.f_code.co_filename):
            found.append((frame.f_code.co_filename, frame.f_lineno))
        frame = frame.f_back
    return tuple(found) or None


def says(place, word):
    """Whether that line has a word in it."""
    return place is not None and word in linecache.getline(*place)


def _is_of_script(name):
    if name.startswith("<"):
        return "ipython" in name
    full = os.path.abspath(name)
    is_installed = "site-packages" in full or "dist-packages" in full
    return not is_installed and not full.startswith(_libraries)


def _shown(name):
    """The name of a file; of a notebook's cell, which is kept in a file that nobody knows, what it is."""
    folder, file = os.path.split(name)
    return "cell" if os.path.basename(folder).startswith("ipykernel_") else file


def source(place):
    """That line, as it is told."""
    if place is None:
        return None
    name, number = place
    text = linecache.getline(name, number).strip()
    return {"file": _shown(name)[:80], "line": number, "text": text[:200]}
