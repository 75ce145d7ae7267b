"""What swift test needs to hold a run against PyTorch without Python."""

import torch

# At least so many at even distances; of a network with fewer, all.
KEPT_PARAMETERS = 128


def flat(state, names):
    """The parameters in the order of the log's shapes, as one vector."""
    return torch.cat([state[name].flatten().double() for name in names])


def kept(vector):
    stride = max(1, vector.numel() // KEPT_PARAMETERS)
    return {"stride": stride, "values": short(vector[::stride].tolist())}


def mark(step):
    """One number by which all that a step read is known again, exactly where it is whole."""
    numbers = [x for batch in step["batches"] for x in rows([batch["inputs"], batch["targets"]])]
    return sum((i % 97 + 1) * x for i, x in enumerate(numbers))


def rows(nested):
    if not isinstance(nested, list):
        return [nested]
    return [number for part in nested for number in rows(part)]


def short(values):
    """As many digits as tell any two single-precision numbers apart."""
    return [float(f"{value:.9g}") for value in values]


def fixture(name, run, steps, figures, parameters, initial):
    """PyTorch's figures, the settings to make the run again, and where both began."""
    facts = {"type", "version", "lesson", "model", "parameter_count", "shapes", "vocabulary"}
    settings = {k: str(v) for k, v in run.items() if k not in facts | {"activation", "data"}}
    return {
        "name": name,
        "lesson": run["lesson"],
        "settings": settings,
        "initial": kept(flat(initial, run["shapes"])),
        "batches": [mark(step) for step in steps],
        "losses": [step["loss"] for step in figures],
        "microLosses": [short(step["micro_losses"]) for step in figures],
        "norms": [step["grad_norm"] for step in figures],
        "factors": [step["clip_factor"] for step in figures],
        "rates": [step["lr"] for step in figures],
        "updates": [step["update_norm"] for step in figures],
        "last": kept(flat(parameters, run["shapes"])),
    }
