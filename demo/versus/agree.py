"""Trains each task in PyTorch and in JAX from the same parameters on the same examples, and prints how far
the losses of the first steps lie apart; fails where it is more than rounding."""

import argparse
import sys

import jax
import torch

import compiled
import theirs

# The bound that our own runs are held to beside those of PyTorch.
MOST = 2e-6


def data(model):
    """What a task of PyTorch's chooses its examples from, as JAX reads it."""
    names = {"MLP": ["points", "heights"], "CharacterMLP": ["letters", "answers"], "GPT": ["text"]}
    arrays = [getattr(model, name).numpy() for name in names[type(model).__name__]]
    return jax.device_put(tuple(arrays) if len(arrays) > 1 else arrays[0])


def apart(task, steps):
    """The largest difference of two losses, relative to their size or to 1."""
    torch.manual_seed(1)
    model = theirs.TASKS[task]()
    numbers = {name: p.detach().numpy() for name, p in model.named_parameters()}
    state, examples = compiled.beginning(numbers), data(model)
    first, second = theirs.make_step(model), jax.jit(compiled.whole_step(task))
    worst = 0.0
    for it in range(steps):
        ix = model.draw()
        one = first(it, ix)
        state, two = second(state, examples, ix.numpy())
        worst = max(worst, abs(one - float(two)) / max(1.0, abs(one)))
    return worst


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--tasks", nargs="+", choices=["a", "b", "c"], default=["a", "b", "c"])
    options.add_argument("--steps", type=int, default=20)
    given = options.parse_args()
    found = {task: apart(task, given.steps) for task in given.tasks}
    told = ", ".join(f"({task}) {size:.1e}" for task, size in found.items())
    print(f"losses of the first {given.steps} steps, PyTorch and JAX, differ by at most: {told}")
    # NaN is above nothing.
    sys.exit(0 if all(size <= MOST for size in found.values()) else 1)


if __name__ == "__main__":
    main()
