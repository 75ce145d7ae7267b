"""Runs ours and theirs by turns, A B A B, and prints the median of the rounds' medians."""

import argparse
import json
import platform
import statistics
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def output(command):
    """The JSON object that a command prints."""
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE)
    return json.loads(done.stdout)


def ours(program, task, threads, seconds):
    words = ["bench", "--json", "--task", task, "--seconds", str(seconds)]
    words += ["--threads", str(threads)]
    return output([program, *words])["tasks"][0]["median_seconds"]


def theirs(task, threads, seconds, *more):
    script = [sys.executable, str(HERE / "theirs.py"), task, "--threads", str(threads)]
    return output([*script, "--seconds", str(seconds), *more])["median_seconds"]


def other(name, seconds):
    script = [sys.executable, str(HERE / "others.py"), name, "--seconds", str(seconds)]
    return output(script)["median_seconds"]


def row(name, a, b, rounds):
    """A B A B: what slows the machine down slows both. The quietest round of each is what they can do
    where nobody else is at work."""
    times = list(zip(*((a(), b()) for _ in range(rounds))))
    middle, best = [[f(side) for side in times] for f in (statistics.median, min)]
    columns = [f"{time(mine):>11}{time(other):>11}{ratio(mine, other):>9}" for mine, other in (middle, best)]
    print(f"{name:<34}{'  '.join(columns)}", flush=True)


def ratio(mine, other):
    return f"{other / mine:.3g} x" if other / mine < 1000 else f"{other / mine:.0f} x"


def time(seconds):
    return f"{seconds * 1e6:.1f} us" if seconds < 1e-3 else f"{seconds * 1e3:.2f} ms"


def machine():
    names = [
        line.split(":")[1].strip()
        for line in Path("/proc/cpuinfo").read_text().splitlines()
        if line.startswith("model name")
    ] if Path("/proc/cpuinfo").exists() else []
    return f"{len(names)} x {names[0]}" if names else platform.processor() or platform.machine()


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("program")
    options.add_argument("--rounds", type=int, default=9)
    options.add_argument("--seconds", type=float, default=1)
    options.add_argument("--tasks", nargs="+", choices=["a", "b", "c"], default=["a", "b", "c"])
    options.add_argument("--threads", nargs="+", type=int, default=[1, 2])
    options.add_argument("--no-others", action="store_true", help="leave micrograd and tinygrad out")
    given = options.parse_args()
    program = str(Path(given.program).resolve())
    print(f"{machine()}; a full training step: zero_grad, forward, backward, clip, AdamW\n")
    head = f"{'fivemoves':>11}{'theirs':>11}{'ratio':>9}"
    print(f"{'':<34}{f'median of {given.rounds} rounds':>31}  {'quietest round':>31}")
    print(f"{'task':<34}{head}  {head}")
    for task in given.tasks:
        for threads in given.threads if task != "a" else [1]:
            for label, more in [("fused AdamW", []), ("AdamW", ["--plain"])]:
                name = f"({task}) {threads} thread{'s' * (threads > 1)}, PyTorch {label}"
                row(
                    name,
                    lambda: ours(program, task, threads, given.seconds),
                    lambda: theirs(task, threads, given.seconds, *more),
                    given.rounds,
                )
    if given.no_others or "a" not in given.tasks:
        return
    for name in ("tinygrad", "micrograd"):
        row(
            f"(a) 1 thread, {name}",
            lambda: ours(program, "a", 1, given.seconds),
            lambda: other(name, given.seconds),
            given.rounds,
        )


if __name__ == "__main__":
    main()
