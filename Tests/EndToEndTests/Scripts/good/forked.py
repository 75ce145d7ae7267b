"""A process made by fork makes the optimizer and trains."""

import multiprocessing

import torch
from torch import nn


def train(model):
    optimizer = torch.optim.SGD(model.parameters(), lr=1e-2)
    for _ in range(12):
        optimizer.zero_grad()
        model(torch.randn(8, 4)).square().mean().backward()
        optimizer.step()


model = nn.Linear(4, 2).share_memory()
processes = [multiprocessing.get_context("fork").Process(target=train, args=(model,)) for _ in range(2)]
for process in processes:
    process.start()
for process in processes:
    process.join()
