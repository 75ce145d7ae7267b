"""Numbers read from tensors: without waiting for a GPU, and without changing anything."""

import torch


class Late:
    """Figures on their way from a GPU: in pinned memory once its queue got to them."""

    def __init__(self, tensor):
        self.copy = torch.empty(tensor.shape, dtype=tensor.dtype, pin_memory=True)
        self.copy.copy_(tensor, non_blocking=True)
        self.event = torch.cuda.Event()
        self.event.record()

    def is_there(self):
        return self.event.query()

    def wait(self):
        self.event.synchronize()

    def value(self):
        return self.copy.tolist()


def read(tensor):
    """What a small tensor holds: numbers that are here, or such as come a little later."""
    tensor = tensor.detach()
    return Late(tensor) if tensor.is_cuda else tensor.tolist()


def read_number(tensor):
    """The number in a tensor of one element."""
    if tensor.is_cuda:
        return Late(tensor.detach().reshape(()).float())
    return float(tensor.item())


def value(figure):
    return figure.value() if isinstance(figure, Late) else figure


def norm_of(numbers):
    """Of numbers, or of what is known by its parts' norms."""
    return sum(n * n for n in numbers) ** 0.5


def plain(tensor):
    """The numbers that are here of a tensor that may be sparse, or spread over processes."""
    if hasattr(tensor, "to_local"):
        tensor = tensor.to_local()
    if tensor.is_sparse:
        tensor = tensor.coalesce().values()
    return tensor.detach()


def norms(tensors):
    """The norm of each, as one tensor in double precision on one device; None of none."""
    if not tensors:
        return None
    with torch.no_grad():
        tensors = [plain(tensor) for tensor in tensors]
        home = tensors[0].device
        if all(t.device == home and t.is_floating_point() for t in tensors):
            found = torch._foreach_norm(tensors)
        else:
            found = [torch.linalg.vector_norm(tensor) for tensor in tensors]
        return torch.stack([norm.to(home, torch.float64) for norm in found])


def scalar_loss(answer):
    """The tensor that a model's answer has for a loss: itself, its "loss", or its only number."""
    if isinstance(answer, torch.Tensor):
        return answer if _is_loss(answer) else None
    if hasattr(answer, "keys"):
        found = answer["loss"] if "loss" in answer.keys() else None
        return found if _is_loss(found) else None
    if isinstance(answer, (tuple, list)) and len(answer) < 9:
        found = [part for part in answer if _is_loss(part)]
        return found[0] if found else None
    return None


def _is_loss(part):
    return isinstance(part, torch.Tensor) and part.ndim == 0 and part.is_floating_point()
