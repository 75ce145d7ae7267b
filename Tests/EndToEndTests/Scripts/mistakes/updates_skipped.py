"""The scaled gradients overflow again and again."""

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
scaler = torch.amp.GradScaler("cpu", init_scale=3e38, backoff_factor=0.9, growth_interval=1)
for x, y in batches():
    optimizer.zero_grad()
    loss = loss_fn(model(x * 10), y)
    scaler.scale(loss).backward()
    scaler.step(optimizer)
    scaler.update(3e38)
