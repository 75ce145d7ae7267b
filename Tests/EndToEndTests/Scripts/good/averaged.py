"""Averages of weights, whose batch norm is made anew by a run in training mode."""

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


from torch.optim.swa_utils import AveragedModel, update_bn

model = nn.Sequential(
    nn.Linear(4, 16), nn.BatchNorm1d(16), nn.ReLU(), nn.Dropout(0.1), nn.Linear(16, 2))
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
averaged = AveragedModel(model)
for epoch in range(2):
    for x, y in batches():
        optimizer.zero_grad()
        loss_fn(model(x), y).backward()
        optimizer.step()
    averaged.update_parameters(model)
    update_bn(list(batches()), model)
update_bn(list(batches()), averaged)
averaged.eval()
with torch.no_grad():
    print(sum(loss_fn(averaged(x), y).item() for x, y in batches()))
