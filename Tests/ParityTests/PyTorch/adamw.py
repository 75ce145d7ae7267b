"""AdamW's running means to the last bit, for gradients that are given."""

import struct

import torch

SHAPES = {"one": [1], "vector": [7], "matrix": [5, 3], "wide": [2, 19]}
RATES = [1e-3, 2e-3, 3e-3, 1.7e-3, 1e-4]
SETTINGS = [
    {"beta1": 0.9, "beta2": 0.999, "eps": 1e-8, "weightDecay": 1e-2},
    {"beta1": 0.9, "beta2": 0.99, "eps": 1e-8, "weightDecay": 0.1},
    {"beta1": 0.4, "beta2": 0.3, "eps": 1e-6, "weightDecay": 0.0},
]


def adamw_bits():
    """What PyTorch makes of random gradients of every size, zeros among them."""
    torch.manual_seed(1)
    return {
        "pytorch": torch.__version__.split("+")[0],
        "shapes": list(SHAPES.values()),
        "rates": RATES,
        "settings": [settings | trained(settings) for settings in SETTINGS],
    }


def trained(settings):
    tensors = [torch.randn(shape) for shape in SHAPES.values()]
    first = bits(tensors)
    optimizer = torch.optim.AdamW(
        tensors,
        betas=(settings["beta1"], settings["beta2"]),
        eps=settings["eps"],
        weight_decay=settings["weightDecay"],
        foreach=False,
        fused=False,
    )
    return {"first": first, "steps": [step(optimizer, tensors, rate) for rate in RATES]}


def step(optimizer, tensors, rate):
    for tensor in tensors:
        tensor.grad = gradient(tensor.shape)
    optimizer.param_groups[0]["lr"] = rate
    optimizer.step()
    state = [optimizer.state[tensor] for tensor in tensors]
    return {
        "gradient": bits([tensor.grad for tensor in tensors]),
        "m": bits([kept["exp_avg"] for kept in state]),
        "v": bits([kept["exp_avg_sq"] for kept in state]),
        "p": bits(tensors),
    }


def gradient(shape):
    """Normal numbers times powers of ten from -20 to 5, every tenth of them 0."""
    sizes = 10.0 ** torch.randint(-20, 6, shape)
    return torch.randn(shape) * sizes * (torch.rand(shape) > 0.1)


def bits(tensors):
    """All numbers one after the other, eight hexadecimal digits each."""
    return "".join(
        struct.pack(">f", x).hex() for tensor in tensors for x in tensor.flatten().tolist()
    )
