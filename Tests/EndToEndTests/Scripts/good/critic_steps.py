"""Five steps of the critic, with a penalty on its slope, to one of the generator."""

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


generator = nn.Sequential(nn.Linear(2, 16), nn.ReLU(), nn.Linear(16, 4))
critic = nn.Sequential(nn.Linear(4, 16), nn.LeakyReLU(), nn.Linear(16, 1))
of_generator = torch.optim.RMSprop(generator.parameters(), lr=5e-5)
of_critic = torch.optim.RMSprop(critic.parameters(), lr=5e-5)
for turn in range(6):
    for _ in range(5):
        x = inputs[torch.randint(0, 96, (8,))]
        critic.zero_grad()
        fake = generator(torch.randn(8, 2)).detach()
        share = torch.rand(8, 1)
        between = (share * x + (1 - share) * fake).requires_grad_()
        slope = torch.autograd.grad(critic(between).sum(), between, create_graph=True)[0]
        loss = critic(fake).mean() - critic(x).mean()
        loss = loss + 10 * (slope.norm(dim=1) - 1).square().mean()
        loss.backward()
        of_critic.step()
    critic.requires_grad_(False)
    generator.zero_grad()
    (-critic(generator(torch.randn(8, 2))).mean()).backward()
    of_generator.step()
    critic.requires_grad_(True)
