"""The names of the parameters that are trained, and the layers they stand in."""

import gc

import torch

_MOST_LAYERS = 24


def owner_of(parameters):
    """The module that has most of these parameters; of several the outermost."""
    wanted = {id(p) for p in parameters}
    best, most = None, 0
    for thing in gc.get_objects():
        try:
            if not issubclass(type(thing), torch.nn.Module):
                continue
            own = list(thing.parameters())
        except Exception:
            continue
        count = sum(id(p) in wanted for p in own)
        if count > most or count == most and best is not None and _holds(thing, best):
            best, most = thing, count
    return best


def _holds(outer, inner):
    return any(part is inner for part in outer.modules() if part is not outer)


def unwrapped(module):
    """The network itself, without what spreads or compiles it."""
    while True:
        inner = getattr(module, "_orig_mod", None) or (
            getattr(module, "module", None) if type(module).__name__ in _WRAPPERS else None
        )
        if not isinstance(inner, torch.nn.Module):
            return module
        module = inner


_WRAPPERS = ("DistributedDataParallel", "DataParallel", "FullyShardedDataParallel", "_FabricModule")


class Names:
    """Every parameter that is trained: its name, and the layer that its figures are told under."""

    def __init__(self, network, parameters):
        modules = _modules(network, parameters)
        named = [(name, p) for module in modules for name, p in _named(module, len(modules) > 1)]
        known = {id(p) for _, p in named}
        rest = [p for p in parameters if id(p) not in known]
        named += [("parameter %d" % number, p) for number, p in enumerate(rest)]
        named = [(name, p) for name, p in named if p.numel() > 0]
        self.layers = [_end(layer) for layer in _layers([name for name, _ in named])]
        self.parameters = [p for _, p in named]
        self.places = {id(p): number for number, p in enumerate(self.parameters)}
        self.tensors = [
            {"name": _end(name), "layer": layer, "shape": list(p.shape)[:8]}
            for (name, p), layer in zip(named, self.layers)
        ]
        self.model = " + ".join(type(unwrapped(module)).__name__ for module in modules) or None

    def by_layer(self, squares):
        """Norms of whole layers, in order, from the squares of their parameters' norms."""
        sums = {}
        for layer, square in zip(self.layers, squares):
            if square is not None:
                sums[layer] = sums.get(layer, 0.0) + square
        return [[layer, total ** 0.5] for layer, total in sums.items()]

    def name(self, identity):
        place = self.places.get(identity)
        return "a parameter" if place is None else self.tensors[place]["name"]


def _modules(network, parameters):
    """The network, and others that are trained beside it."""
    modules = [network] if network is not None else []
    for _ in range(3):
        known = {id(p) for module in modules for p in module.parameters()}
        rest = [p for p in parameters if id(p) not in known]
        another = owner_of(rest) if rest else None
        if another is None:
            break
        modules.append(another)
    return modules


def _named(module, is_one_of_several):
    inner = unwrapped(module)
    before = type(inner).__name__ + "." if is_one_of_several else ""
    for name, parameter in inner.named_parameters():
        for wrapper in _INSERTED:
            name = name.replace(wrapper, "")
        yield before + name, parameter


_INSERTED = ("_orig_mod.", "_fsdp_wrapped_module.", "_checkpoint_wrapped_module.")


def _end(name):
    """What tells a name from others stands at its end."""
    return name if len(name) <= 120 else "…" + name[-119:]


def _layers(names):
    """Layers as deep as there is room to show them."""
    parts = [name.split(".")[:-1] for name in names]
    for depth in range(max((len(p) for p in parts), default=0), 0, -1):
        layers = [".".join(p[:depth]) or name for p, name in zip(parts, names)]
        if len(set(layers)) <= _MOST_LAYERS:
            return layers
    return [name.split(".")[0] for name in names]
