"""The networks of the lessons, as one writes them in PyTorch, with the names of their state_dict."""

import torch
import torch.nn.functional as F
from torch import nn


class Attention(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.heads = heads
        self.c_attn = nn.Linear(width, 3 * width, bias=False)
        self.c_proj = nn.Linear(width, width, bias=False)

    def forward(self, x):
        rows, length, width = x.shape
        query, key, value = (
            part.view(rows, length, self.heads, width // self.heads).transpose(1, 2)
            for part in self.c_attn(x).chunk(3, dim=-1)
        )
        seen = F.scaled_dot_product_attention(query, key, value, is_causal=True)
        return self.c_proj(seen.transpose(1, 2).reshape(rows, length, width))


class FeedForward(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.c_fc = nn.Linear(width, 4 * width, bias=False)
        self.c_proj = nn.Linear(4 * width, width, bias=False)

    def forward(self, x):
        return self.c_proj(F.gelu(self.c_fc(x)))


class Block(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.ln_1 = nn.LayerNorm(width, bias=False)
        self.attn = Attention(width, heads)
        self.ln_2 = nn.LayerNorm(width, bias=False)
        self.mlp = FeedForward(width)

    def forward(self, x):
        x = x + self.attn(self.ln_1(x))
        return x + self.mlp(self.ln_2(x))


class GPT(nn.Module):
    """nanoGPT's names and layout, without biases; lm_head shares its weight with the embedding."""

    def __init__(self, vocabulary, context, layers, heads, width):
        super().__init__()
        self.transformer = nn.ModuleDict(
            {
                "wte": nn.Embedding(vocabulary, width),
                "wpe": nn.Embedding(context, width),
                "h": nn.ModuleList(Block(width, heads) for _ in range(layers)),
                "ln_f": nn.LayerNorm(width, bias=False),
            }
        )
        self.lm_head = nn.Linear(width, vocabulary, bias=False)
        self.lm_head.weight = self.transformer["wte"].weight

    def forward(self, tokens):
        parts = self.transformer
        x = parts["wte"](tokens) + parts["wpe"](torch.arange(tokens.shape[1]))
        for block in parts["h"]:
            x = block(x)
        return self.lm_head(parts["ln_f"](x))


class CharacterMLP(nn.Module):
    def __init__(self, vocabulary, context, embedding, width):
        super().__init__()
        self.embedding = nn.Embedding(vocabulary, embedding)
        self.hidden = nn.Linear(context * embedding, width)
        self.output = nn.Linear(width, vocabulary)

    def forward(self, tokens):
        return self.output(torch.tanh(self.hidden(self.embedding(tokens).flatten(1))))


def network(run):
    """The network that the first record of a log describes."""
    vocabulary, shapes = len(run["vocabulary"]), run["shapes"]
    if run["lesson"] == "story":
        sizes = {name: run[name] for name in ("context", "layers", "heads", "width")}
        return GPT(vocabulary, **sizes)
    if run["lesson"] == "names":
        embedding = shapes["embedding.weight"][1]
        return CharacterMLP(vocabulary, run["context"], embedding, run["width"])
    if run["lesson"] == "spiral":
        assert run["activation"] == "tanh", run["activation"]
        parts = []
        for i in range(run["layers"] + 1):
            rows, columns = shapes[f"{2 * i}.weight"]
            parts += [nn.Linear(columns, rows), nn.Tanh()]
        return nn.Sequential(*parts[:-1])
    return nn.Linear(1, 1)


def loss(model, batch):
    """The mean loss of one micro-batch."""
    inputs, targets = torch.tensor(batch["inputs"]), torch.tensor(batch["targets"])
    if targets.dtype.is_floating_point:
        return F.mse_loss(model(inputs.view(-1, 1)), targets.view(-1, 1))
    logits = model(inputs)
    return F.cross_entropy(logits.view(-1, logits.shape[-1]), targets.flatten())
