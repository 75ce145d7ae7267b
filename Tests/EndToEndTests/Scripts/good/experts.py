"""A router lets one expert answer each batch: some get their first gradient late."""

import torch
from torch import nn

torch.manual_seed(0)
inputs = torch.randn(288, 4)
answers = (inputs.sum(1) > 0).long()
experts = nn.ModuleList([nn.Linear(4, 2) for _ in range(12)])
optimizer = torch.optim.AdamW(experts.parameters(), lr=1e-2)
for step in range(36):
    x, y = inputs[8 * step : 8 * step + 8], answers[8 * step : 8 * step + 8]
    optimizer.zero_grad()
    nn.functional.cross_entropy(experts[step // 3](x), y).backward()
    optimizer.step()
