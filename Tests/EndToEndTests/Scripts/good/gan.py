"""Two networks and two losses; the generator is looked at now and then in training mode."""

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


generator = nn.Sequential(nn.Linear(2, 8), nn.BatchNorm1d(8), nn.ReLU(), nn.Linear(8, 4))
critic = nn.Sequential(nn.Linear(4, 8), nn.LeakyReLU(), nn.Linear(8, 1))
of_generator = torch.optim.Adam(generator.parameters(), lr=1e-3)
of_critic = torch.optim.Adam(critic.parameters(), lr=1e-3)
criterion = nn.BCEWithLogitsLoss()
noise = torch.randn(8, 2)
for x, _ in batches():
    critic.zero_grad()
    criterion(critic(x), torch.ones(8, 1)).backward()
    fake = generator(torch.randn(8, 2))
    criterion(critic(fake.detach()), torch.zeros(8, 1)).backward()
    of_critic.step()
    generator.zero_grad()
    criterion(critic(fake), torch.ones(8, 1)).backward()
    of_generator.step()
    with torch.no_grad():
        generator(noise)
