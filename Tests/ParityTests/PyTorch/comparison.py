"""How far two makings of one run are apart, and how far they may be."""

from replay import number

# By figure: the most they may differ, given PyTorch's value.
BARS = {
    "loss": lambda value: 2e-6 * max(1.0, abs(value)),
    "micro_losses": lambda value: 2e-6 * max(1.0, abs(value)),
    "grad_norm": lambda value: 1e-5 * abs(value),
    "clip_factor": lambda value: 1e-5 * abs(value),
    "lr": lambda value: 1e-12 * abs(value),
}
PARAMETER_BAR = 1e-5


class Gap:
    """The largest difference met, as a share of what is allowed; above 1 the bar is missed."""

    def __init__(self):
        self.share, self.size, self.where = 0.0, 0.0, ""

    def meet(self, ours, theirs, allowed, where):
        size = abs(ours - theirs)
        share = size / allowed if allowed > 0 else (0.0 if size == 0 else float("inf"))
        if not share <= self.share:
            self.share, self.size, self.where = share, size, where

    @property
    def holds(self):
        return self.share <= 1


def compare_steps(steps, figures):
    gaps = {name: Gap() for name in BARS}
    for step, theirs in zip(steps, figures, strict=True):
        for name, bar in BARS.items():
            ours, other = step[name], theirs[name]
            pairs = zip(ours, other, strict=True) if isinstance(ours, list) else [(ours, other)]
            for a, b in pairs:
                gaps[name].meet(number(a), b, bar(b), f"step {step['step']}")
    return gaps


def compare_parameters(ours, theirs):
    assert ours.keys() == theirs.keys(), ours.keys() ^ theirs.keys()
    gap = Gap()
    for name, tensor in theirs.items():
        assert ours[name].shape == tensor.shape, name
        size = (ours[name].double() - tensor.double()).abs().max().item()
        gap.meet(size, 0.0, PARAMETER_BAR, name)
    return {"parameters": gap}


def table(name, gaps):
    """A line a figure: the largest difference, and its share of what is allowed."""
    lines = [f"{name}"]
    for figure, gap in gaps.items():
        verdict = "holds" if gap.holds else "FAILS"
        place = f"  at {gap.where}" if gap.where else ""
        lines.append(
            f"  {verdict}  {figure:<13} differs by {gap.size:8.1e}, "
            f"{100 * gap.share:6.2f} % of the bar{place}"
        )
    return "\n".join(lines)
