"""Weights and biases have an optimizer each, and one loss."""

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


model = network()
weights = torch.optim.SGD([p for p in model.parameters() if p.ndim > 1], lr=0.1)
biases = torch.optim.Adam([p for p in model.parameters() if p.ndim < 2], lr=1e-2)
for x, y in batches():
    weights.zero_grad()
    biases.zero_grad()
    loss = loss_fn(model(x), y)
    loss.backward()
    weights.step()
    biases.step()
