"""Runs every broken loop in PyTorch, from the weights and on the batches of our own runs.

    FIVEMOVES_LOOPS=loops.json swift test --filter BrokenLoop
    python broken_loops.py loops.json > broken_loops.json

PyTorch 2.13.0 (CPU) made the figures that are committed beside this script.
"""

import json
import math
import sys
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import nn

sys.path.insert(0, str(Path(__file__).parents[2] / "ParityTests" / "PyTorch"))
from networks import GPT

torch.set_num_threads(1)


def make_model(case):
    weights = {name: torch.tensor(values) for name, values in case["weights"].items()}
    if case["lesson"] == "line":
        model = nn.Linear(1, 1)
    else:
        vocabulary = len(case["weights"]["transformer.wte.weight"]) // case["width"]
        sizes = {name: case[name] for name in ("context", "layers", "heads", "width")}
        model = GPT(vocabulary, **sizes)
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            parameter.copy_(weights.pop(name).view(parameter.shape))
    assert not weights, weights.keys()
    return model


def loss_of(model, batch):
    inputs, targets = torch.tensor(batch["inputs"]), torch.tensor(batch["targets"])
    if inputs.dtype.is_floating_point:
        return F.mse_loss(model(inputs[:, None]), targets[:, None])
    return F.cross_entropy(model(inputs).flatten(0, 1), targets.flatten())


def make_optimizer(model, case):
    matrices = [p for p in model.parameters() if p.dim() >= 2]
    others = [p for p in model.parameters() if p.dim() < 2]
    groups = [
        {"params": matrices, "weight_decay": case["weight_decay"]},
        {"params": others, "weight_decay": 0.0},
    ]
    if case["lesson"] == "line":
        return torch.optim.SGD(groups, lr=1.0)
    return torch.optim.AdamW(groups, lr=1.0, betas=(case["beta1"], case["beta2"]), eps=1e-8)


def schedule(case, step):
    it, warmup, steps = step - 1, case["warmup"], case["steps"]
    peak, least = case["learning_rate"], case["min_learning_rate"]
    if it < warmup:
        return peak * (it + 1) / (warmup + 1)
    share = (it - warmup) / (steps - warmup)
    return least + 0.5 * (1 + math.cos(math.pi * share)) * (peak - least)


def norm_of(model):
    squares = [p.grad.double().pow(2).sum() for p in model.parameters() if p.grad is not None]
    return math.sqrt(sum(squares)) if squares else 0.0


def train(case):
    """The loss of each step, and the norm after its last backward (0 without one)."""
    name = case["breakage"]
    model = make_model(case)
    opt = make_optimizer(model, case)
    losses, norms, kept = [], [], []
    parts = len(case["batches"][0])
    divisor = 1 if name == "no-division" else parts

    def clip():
        nn.utils.clip_grad_norm_(model.parameters(), case["max_norm"])

    for step, batches in enumerate(case["batches"], start=1):
        for group in opt.param_groups:
            group["lr"] = schedule(case, step)
        if name not in ("forget-zero-grad", "zero-grad-after-backward"):
            opt.zero_grad()
        if name == "step-before-backward":
            opt.step()
        if name == "clip-before-backward":
            clip()
        total = 0.0
        for batch in batches:
            loss = loss_of(model, batch)
            total += loss.item() / parts
            if name == "keep-loss-tensor":
                kept.append(loss)
            if name != "no-backward":
                (loss / divisor).backward()
        losses.append(total)
        norms.append(norm_of(model))
        if name == "zero-grad-after-backward":
            opt.zero_grad()
        if name not in ("no-clip", "clip-before-backward", "clip-after-step"):
            clip()
        if name not in ("no-step", "step-before-backward"):
            opt.step()
        if name == "clip-after-step":
            clip()
    return {"lesson": case["lesson"], "breakage": name, "losses": losses, "norms": norms}


with open(sys.argv[1]) as file:
    figures = [train(case) for case in json.load(file)]
print("[\n" + ",\n".join(json.dumps(figure) for figure in figures) + "\n]")
