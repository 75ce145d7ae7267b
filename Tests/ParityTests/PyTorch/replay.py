"""A run of fivemoves, made again in PyTorch from the same parameters and batches."""

import json
import math

import torch
from safetensors.torch import load_file
from torch import nn

from networks import loss, network


def number(value):
    """A figure of the log; what is not finite stands there as a string."""
    return float(value) if isinstance(value, str) else value


def read_log(path):
    """The first record, and those of the steps."""
    with open(path) as lines:
        records = [json.loads(line) for line in lines]
    assert records[0]["type"] == "run", "the log does not begin with a run"
    return records[0], [record for record in records if record["type"] == "step"]


def scheduled(run, step):
    """The learning rate of a step: warmup along a line, then half a cosine down."""
    highest, lowest = run["learning_rate"], run["min_learning_rate"]
    done, warmup = step - 1, run["warmup"]
    if done < warmup:
        return highest * (done + 1) / (warmup + 1)
    share = (done - warmup) / (run["steps"] - warmup)
    return lowest + 0.5 * (1 + math.cos(math.pi * share)) * (highest - lowest)


def make_optimizer(run, model):
    """Only parameters of two or more dimensions decay."""
    parameters = list(model.parameters())
    groups = [
        {"params": [p for p in parameters if p.dim() >= 2], "weight_decay": run["weight_decay"]},
        {"params": [p for p in parameters if p.dim() < 2], "weight_decay": 0.0},
    ]
    if run["optimizer"] == "sgd":
        return torch.optim.SGD(groups, lr=1.0, foreach=False)
    betas = (run["beta1"], run["beta2"])
    return torch.optim.AdamW(groups, lr=1.0, betas=betas, eps=run["eps"], foreach=False)


def replay(run, steps, initial):
    """The figures of each step, and the parameters after the last one, by name."""
    assert run["dropout"] == 0, "dropout drops other values in PyTorch; run with --dropout 0"
    model = network(run)
    model.load_state_dict(load_file(initial), strict=True)
    model.train()
    optimizer = make_optimizer(run, model)
    figures = [one_step(run, step, model, optimizer) for step in steps]
    return figures, {name: p.detach() for name, p in model.state_dict().items()}


def one_step(run, step, model, optimizer):
    rate = scheduled(run, step["step"])
    for group in optimizer.param_groups:
        group["lr"] = rate
    optimizer.zero_grad()
    losses = []
    for batch in step["batches"]:
        part = loss(model, batch)
        losses.append(part.item())
        (part / len(step["batches"])).backward()
    norm = nn.utils.clip_grad_norm_(model.parameters(), run["max_norm"], foreach=False).item()
    optimizer.step()
    return {
        "loss": sum(losses) / len(losses),
        "micro_losses": losses,
        "grad_norm": norm,
        "clip_factor": min(1.0, run["max_norm"] / (norm + 1e-6)),
        "lr": rate,
    }
