"""Gradients are set to None by hand, one line too late."""

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
optimizer = torch.optim.SGD(model.parameters(), lr=0.05)
for x, y in batches():
    loss = loss_fn(model(x), y)
    loss.backward()
    for p in model.parameters():
        p.grad = None
    optimizer.step()
