#!/usr/bin/env python3
"""Makes runs of fivemoves again in PyTorch, and says how far the two are apart.

    parity.py run RUN.jsonl INITIAL.safetensors LAST.safetensors
    parity.py load FILE.safetensors
    parity.py cases PROGRAM
    parity.py fixtures PROGRAM FILE
    parity.py adamw FILE

Leaves with 1 if figures are too far apart, with 2 if they cannot be compared.
"""

import argparse
import json
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

try:
    import safetensors.torch  # noqa: F401
    import torch
except ImportError as error:
    requirements = Path(__file__).with_name("requirements.txt")
    sys.exit(f"parity.py: {error}; run python3 -m pip install -r {requirements}")

from adamw import adamw_bits
from cases import ALWAYS, CASES
from comparison import compare_parameters, compare_steps, table
from fixtures import fixture
from replay import Unusable, loaded, read_facts, read_log, read_parameters, replay


def make(program, words, folder):
    """Lets fivemoves train; returns what it wrote."""
    log, first, last = (folder / name for name in ("run.jsonl", "first", "last"))
    files = ["--log", log, "--log-batches", "--save-initial", first, "--save", last]
    command = [program, "train", *shlex.split(words), *shlex.split(ALWAYS), *files]
    try:
        made = subprocess.run(command, capture_output=True, text=True)
    except OSError as error:
        raise Unusable(f"{program} cannot be run: {error}") from None
    if made.returncode != 0:
        raise Unusable(f"{shlex.join(map(str, command))} failed: {made.stderr.strip()}")
    return log, first, last


def check(name, log, first, last):
    """Prints the comparison; returns run, steps, PyTorch's figures, and whether all hold."""
    run, steps = read_log(log)
    figures, parameters = replay(run, steps, first)
    gaps = compare_steps(steps, figures) | compare_parameters(read_parameters(last), parameters)
    print(table(name, gaps), flush=True)
    return run, steps, figures, parameters, all(gap.holds for gap in gaps.values())


def check_run(options):
    name = f"{options.log}: PyTorch {torch.__version__} from the same parameters and batches"
    *made, holds = check(name, options.log, options.initial, options.last)
    if not holds:
        print_own_rounding(options.initial, *made)
    return holds


def print_own_rounding(initial, run, steps, figures, parameters):
    """How far single precision takes PyTorch from itself: a long or steep run magnifies that."""
    exact, ends = replay(run, steps, initial, torch.float64)
    gaps = compare_steps(figures, exact) | compare_parameters(parameters, ends)
    print(table("For comparison: PyTorch itself beside its own double precision", gaps))


def check_loading(options):
    """Whether a file fits the network as PyTorch has it: all of its tensors, and no others."""
    tensors = read_parameters(options.file)
    facts = read_facts(options.file)
    loaded(facts, options.file)
    print(f"{options.file}: {facts['model']} of {facts['lesson']} after step {facts['step']}")
    for name, tensor in tensors.items():
        print(f"  {name:<36}{list(tensor.shape)}")
    print(f"  load_state_dict(strict=True) takes all {len(tensors)} of them")
    return True


def write_adamw(options):
    options.file.write_text(json.dumps(adamw_bits()) + "\n")
    return True


def check_cases(program, keep=None):
    all_hold = True
    for name, words in CASES.items():
        with tempfile.TemporaryDirectory() as folder:
            files = make(program, words, Path(folder))
            *made, holds = check(name, *files)
            all_hold = all_hold and holds
            if keep is not None:
                keep.append(fixture(name, *made, read_parameters(files[1])))
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
    load = commands.add_parser("load", help="a file into PyTorch's modules, with strict=True")
    load.add_argument("file", type=Path)
    load.set_defaults(act=check_loading)
    cases = commands.add_parser("cases", help="every case, run anew")
    cases.add_argument("program", help="such as .build/release/fivemoves")
    cases.set_defaults(act=lambda options: check_cases(options.program))
    fixtures = commands.add_parser("fixtures", help="every case, kept for swift test")
    fixtures.add_argument("program")
    fixtures.add_argument("file", type=Path)
    fixtures.set_defaults(act=write_fixtures)
    adamw = commands.add_parser("adamw", help="AdamW's bits, kept for swift test")
    adamw.add_argument("file", type=Path)
    adamw.set_defaults(act=write_adamw)
    options = parser.parse_args()
    torch.set_num_threads(1)
    try:
        sys.exit(0 if options.act(options) else 1)
    except Unusable as error:
        print(f"parity.py: {error}", file=sys.stderr)
        sys.exit(2)


if __name__ == "__main__":
    main()
