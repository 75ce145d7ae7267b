"""A query is compared with the keys of a slow copy that no backward reaches."""

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


import copy

query = nn.Sequential(nn.Linear(4, 16), nn.BatchNorm1d(16), nn.ReLU(), nn.Linear(16, 8))
key = copy.deepcopy(query).requires_grad_(False)
optimizer = torch.optim.SGD(query.parameters(), lr=0.03, momentum=0.9)
queue = nn.functional.normalize(torch.randn(32, 8), dim=1)
for x, _ in batches():
    asked = nn.functional.normalize(query(x + 0.1 * torch.randn_like(x)), dim=1)
    with torch.no_grad():
        for fast, slow in zip(query.parameters(), key.parameters()):
            slow.data = slow.data * 0.99 + fast.data * 0.01
        found = nn.functional.normalize(key(x + 0.1 * torch.randn_like(x)), dim=1)
    near = (asked * found).sum(1, keepdim=True)
    loss = loss_fn(torch.cat([near, asked @ queue.T], 1) / 0.07, torch.zeros(8).long())
    queue = torch.cat([queue[8:], found])
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
