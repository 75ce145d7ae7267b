"""SAM: forward and backward twice, and its base optimizer steps once."""

import torch
from torch import nn

torch.manual_seed(0)
inputs = torch.randn(96, 4)
answers = (inputs.sum(1) > 0).long()
loss_fn = nn.CrossEntropyLoss()


def batches(size=8):
    for start in range(0, len(inputs), size):
        yield inputs[start : start + size], answers[start : start + size]


def network(dropout=0.1):
    return nn.Sequential(nn.Linear(4, 16), nn.ReLU(), nn.Dropout(dropout), nn.Linear(16, 2))


class Sharpness(torch.optim.Optimizer):
    def __init__(self, parameters, lr):
        super().__init__(parameters, dict(lr=lr))
        self.base = torch.optim.SGD(self.param_groups, lr=lr)
        self.param_groups = self.base.param_groups

    def each(self):
        return [p for group in self.param_groups for p in group["params"]]

    @torch.no_grad()
    def climb(self):
        norm = torch.stack([p.grad.norm() for p in self.each()]).norm()
        for p in self.each():
            self.state[p]["moved"] = p.grad * (0.05 / norm)
            p.add_(self.state[p]["moved"])
        self.zero_grad()

    @torch.no_grad()
    def descend(self):
        for p in self.each():
            p.sub_(self.state[p]["moved"])
        self.base.step()
        self.zero_grad()


model = network()
optimizer = Sharpness(model.parameters(), lr=0.1)
for x, y in batches():
    loss_fn(model(x), y).backward()
    optimizer.climb()
    loss_fn(model(x), y).backward()
    optimizer.descend()
