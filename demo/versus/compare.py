"""Runs ours and all others by turns, round after round, and prints the medians and their spread."""

import argparse
import json
import platform
import statistics
import subprocess
import sys
from importlib import metadata
from pathlib import Path

HERE = Path(__file__).parent

# Enough that what a call takes is nothing to a step.
SCANNED = {"a": 200, "b": 200, "c": 10}


def output(command):
    """The JSON object that a command prints."""
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE)
    return json.loads(done.stdout)


class Ours:
    name = "fivemoves"

    def __init__(self, program):
        self.program = program
        self.shares = []

    def measure(self, task, threads, seconds):
        words = ["bench", "--json", "--task", task, "--seconds", str(seconds)]
        found = output([self.program, *words, "--threads", str(threads)])["tasks"][0]
        self.shares.append(found["peak_share"])
        return found["median_seconds"]


class Script:
    """One of the scripts beside this one."""

    def __init__(self, name, script, *words):
        self.name = name
        self.command = [sys.executable, str(HERE / script), *words]

    def measure(self, task, threads, seconds):
        words = [task, "--threads", str(threads)] if task else []
        return output([*self.command, *words, "--seconds", str(seconds)])["median_seconds"]


def rivals(task, threads, given):
    yield Script("PyTorch, fused AdamW", "theirs.py")
    yield Script("PyTorch, AdamW", "theirs.py", "--plain")
    if not given.no_jax:
        yield Script("JAX, the step compiled", "compiled.py")
        scanned = SCANNED[task]
        yield Script(f"JAX, {scanned} steps in one scan", "compiled.py", "--scan", str(scanned))
    if task == "a" and not given.no_others:
        yield Other("tinygrad")
        yield Other("micrograd")


class Other(Script):
    """A library that does task (a) on one thread alone."""

    def __init__(self, name):
        super().__init__(name, "others.py", name)

    def measure(self, task, threads, seconds):
        return super().measure(None, None, seconds)


def compare(task, threads, given):
    """A B C … A B C …: what slows the machine down slows all, and a ratio is of one round's two."""
    mine = Ours(given.program)
    others = list(rivals(task, threads, given))
    rounds = [
        [one.measure(task, threads, given.seconds) for one in [mine, *others]]
        for _ in range(given.rounds)
    ]
    own, *theirs = zip(*rounds)
    share = 100 * statistics.median(mine.shares)
    on = f"{threads} thread{'s' * (threads > 1)}"
    print(f"({task}) on {on}, ours at {share:.0f} % of the operations that so many cores can make")
    print(row(mine.name, own))
    for other, times in zip(others, theirs):
        print(row(other.name, times, [b / a for a, b in zip(own, times)]))
    print(flush=True)


def row(name, times, ratios=None):
    cells = [time(f(times)) for f in (statistics.median, min, max)]
    cells += [ratio(f(ratios)) for f in (statistics.median, min, max)] if ratios else []
    return f"  {name:<30}" + "".join(f"{cell:>11}" for cell in cells)


def ratio(value):
    return f"{value:.3g} x" if value < 1000 else f"{value:.0f} x"


def time(seconds):
    return f"{seconds * 1e6:.1f} us" if seconds < 1e-3 else f"{seconds * 1e3:.2f} ms"


def machine():
    names = [
        line.split(":")[1].strip()
        for line in Path("/proc/cpuinfo").read_text().splitlines()
        if line.startswith("model name")
    ] if Path("/proc/cpuinfo").exists() else []
    return f"{len(names)} x {names[0]}" if names else platform.processor() or platform.machine()


def versions(given):
    packages = ["torch"] + ["jax"] * (not given.no_jax)
    packages += ["tinygrad", "micrograd"] * ("a" in given.tasks and not given.no_others)
    named = [f"{package} {metadata.version(package)}" for package in packages]
    return ", ".join([f"Python {platform.python_version()}", *named])


def positive(kind):
    def read(text):
        if (number := kind(text)) <= 0:
            raise argparse.ArgumentTypeError(f"{text} is not above 0")
        return number

    read.__name__ = kind.__name__
    return read


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("program")
    options.add_argument("--rounds", type=positive(int), default=9)
    options.add_argument("--seconds", type=positive(float), default=1)
    options.add_argument("--tasks", nargs="+", choices=["a", "b", "c"], default=["a", "b", "c"])
    options.add_argument("--threads", nargs="+", type=positive(int), default=[1, 2])
    options.add_argument("--no-jax", action="store_true", help="leave JAX out")
    options.add_argument("--no-others", action="store_true", help="leave micrograd and tinygrad out")
    given = options.parse_args()
    given.program = str(Path(given.program).resolve())
    try:
        told = versions(given)
    except metadata.PackageNotFoundError as error:
        sys.exit(f"{sys.executable} has no {error.name}: pip install -r {HERE / 'requirements.txt'}")
    print(f"{machine()}; {told}")
    if not given.no_jax:
        agreement = [sys.executable, str(HERE / "agree.py"), "--tasks", *given.tasks]
        subprocess.run(agreement, check=True)
    rounds = f"{given.rounds} round{'s' * (given.rounds > 1)}"
    print(f"a full training step (zero_grad, forward, backward, clip, AdamW), {rounds} in turn\n")
    print(" " * 32 + f"{'time':>33}{'so many times ours':>33}")
    head = ["median", "least", "most"]
    print(" " * 32 + "".join(f"{cell:>11}" for cell in head + head) + "\n")
    for task in given.tasks:
        for threads in given.threads if task != "a" else [1]:
            compare(task, threads, given)


if __name__ == "__main__":
    main()
