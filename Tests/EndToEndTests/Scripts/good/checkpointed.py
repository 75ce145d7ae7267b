"""Activations are made again inside backward."""

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


from torch.utils.checkpoint import checkpoint

body = nn.Sequential(nn.Linear(4, 16), nn.ReLU(), nn.Dropout(0.1))
head = nn.Linear(16, 2)
optimizer = torch.optim.Adam([*body.parameters(), *head.parameters()], lr=1e-2)
for x, y in batches():
    optimizer.zero_grad()
    loss_fn(head(checkpoint(body, x, use_reentrant=False)), y).backward()
    optimizer.step()
