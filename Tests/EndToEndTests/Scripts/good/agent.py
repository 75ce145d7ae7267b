"""Reinforcement learning: an action at each step, now by chance, now by the network, without no_grad."""

import random

import torch
from torch import nn

torch.manual_seed(0)
random.seed(0)
network = nn.Sequential(nn.Linear(4, 16), nn.ReLU(), nn.Dropout(0.1), nn.Linear(16, 2))
optimizer = torch.optim.Adam(network.parameters(), lr=1e-3)
seen = []
for turn in range(150):
    state = torch.randn(1, 4)
    action = random.randrange(2) if random.random() < 0.3 else network(state).argmax().item()
    seen.append((state, action, float(action)))
    if len(seen) < 32:
        continue
    states, actions, rewards = zip(*random.sample(seen, 32))
    chosen = network(torch.cat(states)).gather(1, torch.tensor(actions)[:, None]).squeeze(1)
    loss = nn.functional.smooth_l1_loss(chosen, torch.tensor(rewards))
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
