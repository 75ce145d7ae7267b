"""The bench's three tasks as one writes them in PyTorch; prints the seconds of each step as JSON."""

import argparse
import json
import math
import time

import torch
from torch import nn
from torch.nn import functional as F


class MLP(nn.Module):
    """(a): 2-16-16-1, tanh between, 337 parameters."""

    def __init__(self):
        super().__init__()
        self.net = nn.Sequential(
            nn.Linear(2, 16), nn.Tanh(), nn.Linear(16, 16), nn.Tanh(), nn.Linear(16, 1)
        )
        self.points = torch.rand(512, 2) * 4 - 2
        self.heights = torch.sin(self.points[:, :1]) * torch.cos(self.points[:, 1:])

    def draw(self):
        return torch.randint(len(self.points), (32,))

    def loss(self, ix):
        return F.mse_loss(self.net(self.points[ix]), self.heights[ix])


class CharacterMLP(nn.Module):
    """(b): three letters in, the next one out, 11,897 parameters."""

    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(27, 10)
        self.hidden = nn.Linear(30, 200)
        self.output = nn.Linear(200, 27)
        self.letters = torch.randint(27, (16000, 3))
        self.answers = torch.randint(27, (16000,))

    def draw(self):
        return torch.randint(len(self.letters), (32,))

    def loss(self, ix):
        joined = self.embedding(self.letters[ix]).view(32, 30)
        return F.cross_entropy(self.output(torch.tanh(self.hidden(joined))), self.answers[ix])


class Block(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.heads = heads
        self.ln_1 = nn.LayerNorm(width, bias=False)
        self.c_attn = nn.Linear(width, 3 * width, bias=False)
        self.c_proj = nn.Linear(width, width, bias=False)
        self.ln_2 = nn.LayerNorm(width, bias=False)
        self.expand = nn.Linear(width, 4 * width, bias=False)
        self.contract = nn.Linear(4 * width, width, bias=False)

    def forward(self, x):
        rows, context, width = x.shape
        parts = self.c_attn(self.ln_1(x)).split(width, dim=2)
        q, k, v = (p.view(rows, context, self.heads, -1).transpose(1, 2) for p in parts)
        mixed = F.scaled_dot_product_attention(q, k, v, is_causal=True)
        x = x + self.c_proj(mixed.transpose(1, 2).reshape(rows, context, width))
        return x + self.contract(F.gelu(self.expand(self.ln_2(x))))


class GPT(nn.Module):
    """(c): nanoGPT, 4 layers, 4 heads, width 128, block 64, 65 symbols, 804,096 parameters."""

    def __init__(self, layers=4, heads=4, width=128, context=64, symbols=65):
        super().__init__()
        self.context = context
        self.wte = nn.Embedding(symbols, width)
        self.wpe = nn.Embedding(context, width)
        self.blocks = nn.ModuleList(Block(width, heads) for _ in range(layers))
        self.ln_f = nn.LayerNorm(width, bias=False)
        self.lm_head = nn.Linear(width, symbols, bias=False)
        self.lm_head.weight = self.wte.weight
        for parameter in self.parameters():
            if parameter.dim() == 2:
                nn.init.normal_(parameter, std=0.02)
        self.text = torch.randint(symbols, (40000,))

    def draw(self):
        return torch.randint(len(self.text) - self.context, (12,))

    def loss(self, starts):
        x = torch.stack([self.text[i : i + self.context] for i in starts.tolist()])
        y = torch.stack([self.text[i + 1 : i + 1 + self.context] for i in starts.tolist()])
        hidden = self.wte(x) + self.wpe(torch.arange(self.context))
        for block in self.blocks:
            hidden = block(hidden)
        logits = self.lm_head(self.ln_f(hidden))
        return F.cross_entropy(logits.view(-1, logits.size(-1)), y.view(-1))


TASKS = {"a": MLP, "b": CharacterMLP, "c": GPT}


def rate(it, warmup=20, steps=10000, peak=1e-3, least=1e-4):
    if it < warmup:
        return peak * (it + 1) / (warmup + 1)
    share = min(1.0, (it - warmup) / (steps - warmup))
    return least + 0.5 * (1 + math.cos(math.pi * share)) * (peak - least)


def make_step(model, fused=True):
    """The whole training step, on the examples that it is given; it gives their loss."""
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3, fused=fused)
    parameters = list(model.parameters())

    def step(it, examples):
        for group in optimizer.param_groups:
            group["lr"] = rate(it)
        optimizer.zero_grad()
        loss = model.loss(examples)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(parameters, 1.0)
        optimizer.step()
        return loss.item()

    return step


def train(model, seconds, fused):
    """Whole training steps for so many seconds, after some that are not counted."""
    step = make_step(model, fused)
    times, began, it = [], None, 0
    while began is None or time.perf_counter() - began < seconds:
        start = time.perf_counter()
        step(it, model.draw())
        times.append(time.perf_counter() - start)
        it += 1
        if it == 5:
            times, began = [], time.perf_counter()
    return times


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("task", choices=["a", "b", "c"])
    options.add_argument("--threads", type=int, default=1)
    options.add_argument("--seconds", type=float, default=2)
    options.add_argument("--plain", action="store_true", help="AdamW as it comes, not fused")
    given = options.parse_args()
    torch.set_num_threads(given.threads)
    torch.manual_seed(1)
    model = TASKS[given.task]()
    count = sum(p.numel() for p in model.parameters())
    times = sorted(train(model, given.seconds, fused=not given.plain))
    print(
        json.dumps(
            {
                "parameters": count,
                "steps": len(times),
                "median_seconds": times[len(times) // 2],
                "tenth_seconds": times[len(times) // 10],
            }
        )
    )


if __name__ == "__main__":
    main()
