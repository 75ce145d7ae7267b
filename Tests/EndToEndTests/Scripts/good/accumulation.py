"""Four micro-batches a step, and a last short group."""

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
optimizer = torch.optim.AdamW(model.parameters(), lr=1e-2)
rows = list(batches(size=4))[:22]
optimizer.zero_grad()
for number, (x, y) in enumerate(rows, start=1):
    loss = loss_fn(model(x), y) / 4
    loss.backward()
    if number % 4 == 0 or number == len(rows):
        optimizer.step()
        optimizer.zero_grad()
