"""A DataLoader with workers, a loss that the model itself gives, and a sum of losses as numbers."""

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


from torch.utils.data import DataLoader, TensorDataset


class WithLoss(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = network()

    def forward(self, x, y):
        logits = self.body(x)
        return {"loss": loss_fn(logits, y), "logits": logits}


def main():
    model = WithLoss()
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-2)
    scheduler = torch.optim.lr_scheduler.OneCycleLR(optimizer, max_lr=1e-2, total_steps=24)
    loader = DataLoader(TensorDataset(inputs, answers), batch_size=8, shuffle=True, num_workers=2)
    total = 0.0
    for _ in range(2):
        for x, y in loader:
            loss = model(x, y)["loss"]
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            scheduler.step()
            total += loss.item()
    print(total)


if __name__ == "__main__":
    main()
