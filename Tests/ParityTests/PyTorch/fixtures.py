"""What swift test needs to hold a run against PyTorch without Python."""

import torch

# At least so many at even distances; of a network with fewer, all.
KEPT_PARAMETERS = 128


def flat(state, names):
    """The parameters in the order of the log's shapes, as one vector."""
    return torch.cat([state[name].flatten().double() for name in names])


def kept(vector):
    stride = max(1, vector.numel() // KEPT_PARAMETERS)
    return {"stride": stride, "values": [float(f"{v:.9g}") for v in vector[::stride].tolist()]}


def fixture(name, run, steps, figures, parameters, initial):
    """PyTorch's figures, the settings to make the run again, and where both began."""
    facts = {"type", "version", "lesson", "model", "parameter_count", "shapes", "vocabulary"}
    settings = {k: str(v) for k, v in run.items() if k not in facts | {"activation"}}
    return {
        "name": name,
        "lesson": run["lesson"],
        "settings": settings,
        "initial": kept(flat(initial, run["shapes"])),
        "losses": [step["loss"] for step in figures],
        "norms": [step["grad_norm"] for step in figures],
        "factors": [step["clip_factor"] for step in figures],
        "rates": [step["lr"] for step in figures],
        "last": kept(flat(parameters, run["shapes"])),
    }
