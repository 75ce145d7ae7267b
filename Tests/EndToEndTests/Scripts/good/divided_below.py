"""Micro-batches whose losses are divided before their last mean is taken."""

import torch
from torch import nn

torch.manual_seed(0)
inputs = torch.randn(384, 4)
answers = (inputs.sum(1) > 0).long()
model = nn.Sequential(nn.Linear(4, 16), nn.ReLU(), nn.Linear(16, 2))
optimizer = torch.optim.AdamW(model.parameters(), lr=1e-2)
for step in range(12):
    optimizer.zero_grad()
    for part in range(32 * step, 32 * step + 32, 8):
        x, y = inputs[part : part + 8], answers[part : part + 8]
        each = nn.functional.cross_entropy(model(x), y, reduction="none")
        (-(-each / 4).view(2, 4).mean(1)).mean().backward()
    optimizer.step()
