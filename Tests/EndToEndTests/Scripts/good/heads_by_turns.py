"""Two tasks by turns: each step leaves one head without a gradient."""

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


class Heads(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.Linear(4, 16)
        self.heads = nn.ModuleList([nn.Linear(16, 2), nn.Linear(16, 3)])

    def forward(self, x, task):
        return self.heads[task](self.body(x).relu())


model = Heads()
optimizer = torch.optim.Adam(model.parameters(), lr=1e-2)
for number, (x, y) in enumerate(batches()):
    optimizer.zero_grad()
    loss_fn(model(x, number % 2), y).backward()
    optimizer.step()
