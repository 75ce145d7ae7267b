"""wheel.py TREE MODULE VERSION GLIBC FOLDER: a wheel of the program and the module for Python."""

import base64
import hashlib
import os
import sys
import time
import zipfile

METADATA = """\
Metadata-Version: 2.1
Name: fivemoves
Version: {version}
Summary: Watch a neural network learn in the terminal, one move of the training step at a time
License: MIT
Keywords: neural network,training,terminal,education,pytorch
Classifier: Environment :: Console :: Curses
Classifier: Intended Audience :: Education
Classifier: License :: OSI Approved :: MIT License
Classifier: Operating System :: POSIX :: Linux
Classifier: Topic :: Scientific/Engineering :: Artificial Intelligence
Requires-Python: >=3.9
Description-Content-Type: text/markdown

`fivemoves` opens the first lesson: a small GPT is trained in the terminal, and each key makes one training step.

`fivemoves watch -- python train.py` shows the training loop of a PyTorch script, one move at a time. A script or a
notebook opens itself to be watched with `import fivemoves; fivemoves.watch()`.

It needs Linux with glibc {glibc} or newer, and a processor with AVX2 and FMA, which most of Intel's since 2013 and of
AMD's since 2015 have; `fivemoves --version` says so where one lacks them.
"""

WHEEL = """\
Wheel-Version: 1.0
Generator: demo/package
Root-Is-Purelib: false
Tag: {tag}
"""


def files_below(folder):
    for place, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            path = os.path.join(place, name)
            yield path, os.path.relpath(path, folder)


def content(path):
    with open(path, "rb") as file:
        return file.read()


def entries(tree, module, version, glibc, tag):
    """Each file's name in the wheel, its bytes, and whether it can be run."""
    data, info = f"fivemoves-{version}.data", f"fivemoves-{version}.dist-info"
    for path, name in files_below(module):
        if name.endswith(".py"):
            yield f"fivemoves/{name}", content(path), False
    for path, name in files_below(tree):
        if name.startswith("bin/"):
            yield f"{data}/scripts/{name[4:]}", content(path), True
        elif not name.startswith("share/doc/"):
            yield f"{data}/data/{name}", content(path), False
    yield f"{info}/METADATA", METADATA.format(version=version, glibc=glibc).encode(), False
    yield f"{info}/WHEEL", WHEEL.format(tag=tag).encode(), False
    yield f"{info}/LICENSE", content(os.path.join(tree, "share/doc/fivemoves/copyright")), False


def record(rows, info):
    lines = []
    for name, bytes_, _ in rows:
        digest = base64.urlsafe_b64encode(hashlib.sha256(bytes_).digest()).rstrip(b"=").decode()
        lines.append(f"{name},sha256={digest},{len(bytes_)}")
    lines.append(f"{info}/RECORD,,")
    return "\n".join(lines) + "\n"


def main():
    tree, module, version, glibc, folder = sys.argv[1:]
    tag = "py3-none-manylinux_%s_x86_64" % glibc.replace(".", "_")
    rows = list(entries(tree, module, version, glibc, tag))
    info = f"fivemoves-{version}.dist-info"
    rows.append((f"{info}/RECORD", record(rows, info).encode(), False))
    moment = time.gmtime(int(os.environ["SOURCE_DATE_EPOCH"]))[:6]
    with zipfile.ZipFile(f"{folder}/fivemoves-{version}-{tag}.whl", "w") as wheel:
        for name, bytes_, is_run in rows:
            entry = zipfile.ZipInfo(name, moment)
            entry.external_attr = (0o100755 if is_run else 0o100644) << 16
            entry.create_system = 3
            wheel.writestr(entry, bytes_, zipfile.ZIP_DEFLATED, 9)


if __name__ == "__main__":
    main()
