"""No optimizer: gradients are wiped, clipped and used by hand."""

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
for x, y in batches():
    model.zero_grad()
    loss = loss_fn(model(x), y)
    loss.backward()
    nn.utils.clip_grad_norm_(model.parameters(), 0.25)
    for p in model.parameters():
        p.data.add_(p.grad, alpha=-0.1)
