"""Reinforcement learning: rollouts without gradients, then some updates from them."""

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


policy = nn.Sequential(nn.Linear(4, 16), nn.Tanh(), nn.Linear(16, 2))
value = nn.Sequential(nn.Linear(4, 16), nn.Tanh(), nn.Linear(16, 1))
parameters = [*policy.parameters(), *value.parameters()]
optimizer = torch.optim.Adam(parameters, lr=1e-3)
for turn in range(4):
    seen = []
    with torch.no_grad():
        for x, _ in batches():
            choice = torch.distributions.Categorical(logits=policy(x))
            action = choice.sample()
            seen.append((x, action, choice.log_prob(action), value(x)))
    for x, action, before, worth in seen[:6]:
        choice = torch.distributions.Categorical(logits=policy(x))
        ratio = (choice.log_prob(action) - before).exp()
        loss = -(ratio * torch.randn(8)).mean() - 0.01 * choice.entropy().mean()
        loss = loss + 0.5 * nn.functional.mse_loss(value(x), worth)
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(parameters, 0.5)
        optimizer.step()
