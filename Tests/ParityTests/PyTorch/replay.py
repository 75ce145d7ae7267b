"""A run of fivemoves, made again in PyTorch from the same parameters and batches."""

import json
import math

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import load_file
from torch import nn

from networks import loss, network

# What a checkpoint holds beside the parameters.
OF_TRAINING = ("optimizer.", "gradient.")


class Unusable(Exception):
    """A file that cannot be compared, in words."""


def number(value):
    """A figure of a log or of a file's metadata; what is not finite stands there as a string."""
    return float(value) if isinstance(value, str) else value


def with_numbers(record):
    """A record whose values that are not finite are numbers too, such as a ceiling of infinity."""
    lost = ("NaN", "Infinity", "-Infinity", "nan", "inf", "-inf")
    return {name: number(x) if x in lost else x for name, x in record.items()}


def read_log(path):
    """The first record, and those of the steps."""
    try:
        records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        run, steps = with_numbers(records[0]), [record for record in records if record["type"] == "step"]
    except (OSError, ValueError, LookupError, TypeError) as error:
        raise Unusable(f"{path} cannot be read as the log of a run: {error}") from None
    if run.get("type") != "run":
        raise Unusable(f"{path} does not begin with what the run is")
    if run["dropout"] != 0:
        raise Unusable(f"{path} is of a run with dropout, which falls elsewhere in PyTorch; "
                       "train with --dropout 0")
    if not steps or not all("batches" in step for step in steps):
        raise Unusable(f"{path} does not say what its steps read; train with --log-batches")
    if steps[0]["step"] != 1:
        raise Unusable(f"{path} begins at step {steps[0]['step']}, not at the first parameters")
    return run, steps


def read_parameters(path):
    """The parameters in a file, without what a checkpoint holds beside them."""
    try:
        tensors = load_file(path)
    except (OSError, SafetensorError) as error:
        raise Unusable(f"{path} cannot be read as safetensors: {error}") from None
    return {name: x for name, x in tensors.items() if not name.startswith(OF_TRAINING)}


def read_facts(path):
    """What a file of ours tells of its run, enough to build the network."""
    with safe_open(path, framework="pt") as file:
        facts = file.metadata() or {}
    if "lesson" not in facts:
        raise Unusable(f"{path} does not tell of which run it is; it was not saved by fivemoves")
    sizes = {name: int(facts[name]) for name in ("context", "layers", "heads", "width")}
    shapes = {name: list(x.shape) for name, x in read_parameters(path).items()}
    return facts | sizes | {
        "vocabulary": json.loads(facts["vocabulary"]), "shapes": shapes, "activation": "tanh"
    }


def loaded(run, path, dtype=torch.float32):
    """The network of a run with the parameters of a file: all of them, and no others."""
    model = network(run)
    try:
        model.load_state_dict(read_parameters(path), strict=True)
    except RuntimeError as error:
        raise Unusable(f"{path} is of another network: {error}") from None
    return model.to(dtype).train()


def scheduled(run, step):
    """The learning rate of a step: warmup along a line, then half a cosine down."""
    highest, lowest = run["learning_rate"], run["min_learning_rate"]
    done, warmup = step - 1, run["warmup"]
    if done < warmup:
        return highest * (done + 1) / (warmup + 1)
    if done > run["steps"] or run["steps"] <= warmup:
        return lowest
    share = (done - warmup) / (run["steps"] - warmup)
    return lowest + 0.5 * (1 + math.cos(math.pi * share)) * (highest - lowest)


def make_optimizer(run, model):
    """One tensor after the other; only parameters of two or more dimensions decay."""
    parameters = list(model.parameters())
    groups = [
        {"params": [p for p in parameters if p.dim() >= 2], "weight_decay": run["weight_decay"]},
        {"params": [p for p in parameters if p.dim() < 2], "weight_decay": 0.0},
    ]
    if run["optimizer"] == "sgd":
        return torch.optim.SGD(groups, lr=1.0, foreach=False)
    betas = (run["beta1"], run["beta2"])
    return torch.optim.AdamW(
        groups, lr=1.0, betas=betas, eps=run["eps"], foreach=False, fused=False
    )


def replay(run, steps, initial, dtype=torch.float32):
    """The figures of each step, and the parameters after the last one, by name."""
    model = loaded(run, initial, dtype)
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
        (part / run["micro_batches"]).backward()
    norm = nn.utils.clip_grad_norm_(model.parameters(), run["max_norm"], foreach=False)
    before = [p.detach().clone() for p in model.parameters()]
    optimizer.step()
    return {
        "step": step["step"],
        "loss": sum(losses) / len(losses),
        "micro_losses": losses,
        "grad_norm": norm.item(),
        "clip_factor": torch.clamp(run["max_norm"] / (norm + 1e-6), max=1.0).item(),
        "lr": rate,
        "update_norm": distance(before, model.parameters()),
    }


def distance(before, after):
    squares = [(p.detach() - old).double().square().sum().item() for old, p in zip(before, after)]
    return math.sqrt(sum(squares))
