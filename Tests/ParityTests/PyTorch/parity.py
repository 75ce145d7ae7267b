#!/usr/bin/env python3
"""Makes runs of fivemoves again in PyTorch, and says how far the two are apart.

    parity.py run RUN.jsonl INITIAL.safetensors LAST.safetensors
    parity.py cases PROGRAM
    parity.py fixtures PROGRAM FILE
"""

import argparse
import json
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

import torch
from safetensors.torch import load_file

from cases import ALWAYS, CASES
from comparison import compare_parameters, compare_steps, table
from fixtures import fixture
from replay import read_log, replay


def make(program, words, folder):
    """Lets fivemoves train; returns what it wrote."""
    log, first, last = (folder / name for name in ("run.jsonl", "first", "last"))
    files = ["--log", log, "--log-batches", "--save-initial", first, "--save", last]
    command = [program, "train", *shlex.split(words), *shlex.split(ALWAYS), *files]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return log, first, last


def check(name, log, first, last):
    """Prints the comparison; returns the run, its steps, PyTorch's figures, and whether all hold."""
    run, steps = read_log(log)
    figures, parameters = replay(run, steps, first)
    gaps = compare_steps(steps, figures) | compare_parameters(load_file(last), parameters)
    print(table(name, gaps), flush=True)
    return run, steps, figures, parameters, all(gap.holds for gap in gaps.values())


def check_run(options):
    name = f"{options.log}: PyTorch {torch.__version__} from the same parameters and batches"
    return check(name, options.log, options.initial, options.last)[-1]


def check_cases(program, keep=None):
    all_hold = True
    for name, words in CASES.items():
        with tempfile.TemporaryDirectory() as folder:
            files = make(program, words, Path(folder))
            *made, holds = check(name, *files)
            all_hold = all_hold and holds
            if keep is not None:
                keep.append(fixture(name, *made, load_file(files[1])))
    return all_hold


def write_fixtures(options):
    kept = []
    all_hold = check_cases(options.program, kept)
    lines = ",\n".join(json.dumps(case, separators=(",", ":")) for case in kept)
    options.file.write_text(f"[\n{lines}\n]\n")
    return all_hold


def main():
    parser = argparse.ArgumentParser(
        description="Makes runs of fivemoves again in PyTorch, and says how far the two are apart."
    )
    commands = parser.add_subparsers(required=True)
    run = commands.add_parser("run", help="one run, from its log with batches and its files")
    for name in ("log", "initial", "last"):
        run.add_argument(name, type=Path)
    run.set_defaults(act=check_run)
    cases = commands.add_parser("cases", help="every case, run anew")
    cases.add_argument("program", help="such as .build/release/fivemoves")
    cases.set_defaults(act=lambda options: check_cases(options.program))
    fixtures = commands.add_parser("fixtures", help="every case, kept for swift test")
    fixtures.add_argument("program")
    fixtures.add_argument("file", type=Path)
    fixtures.set_defaults(act=write_fixtures)
    options = parser.parse_args()
    torch.set_num_threads(1)
    sys.exit(0 if options.act(options) else 1)


if __name__ == "__main__":
    main()
