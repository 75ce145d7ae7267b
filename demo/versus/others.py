"""Task (a) in micrograd and in tinygrad; prints the median seconds of a training step as JSON."""

import argparse
import json
import math
import os
import random
import statistics
import time

ROWS = 32
RATE, BETAS, EPS, DECAY, MAX_NORM = 1e-3, (0.9, 0.999), 1e-8, 0.01, 1.0


def micrograd_step():
    """Scalars one by one; AdamW and clipping are plain Python, for micrograd has none."""
    from micrograd.nn import MLP

    model = MLP(2, [16, 16, 1])
    parameters = model.parameters()
    means, squares, steps = [0.0] * len(parameters), [0.0] * len(parameters), 0

    def step():
        nonlocal steps
        model.zero_grad()
        points = [(random.uniform(-2, 2), random.uniform(-2, 2)) for _ in range(ROWS)]
        errors = [(model([x, y]) - math.sin(x) * math.cos(y)) ** 2 for x, y in points]
        (sum(errors) * (1 / ROWS)).backward()
        norm = math.sqrt(sum(p.grad**2 for p in parameters))
        factor, steps = min(1.0, MAX_NORM / (norm + 1e-6)), steps + 1
        for i, p in enumerate(parameters):
            g = p.grad * factor
            means[i] += (1 - BETAS[0]) * (g - means[i])
            squares[i] = BETAS[1] * squares[i] + (1 - BETAS[1]) * g * g
            mean = means[i] / (1 - BETAS[0] ** steps)
            square = squares[i] / (1 - BETAS[1] ** steps)
            p.data -= RATE * (DECAY * p.data + mean / (math.sqrt(square) + EPS))

    return step


def tinygrad_step():
    """The whole step compiled into one call, as tinygrad advises."""
    os.environ.setdefault("DEV", "CPU")
    from tinygrad import Context, Tensor, TinyJit, nn

    class Model:
        def __init__(self):
            self.layers = [nn.Linear(2, 16), nn.Linear(16, 16), nn.Linear(16, 1)]

        def __call__(self, x):
            return self.layers[2](self.layers[1](self.layers[0](x).tanh()).tanh())

    model = Model()
    parameters = nn.state.get_parameters(model)
    optimizer = nn.optim.AdamW(parameters, lr=RATE, b1=BETAS[0], b2=BETAS[1], weight_decay=DECAY)
    places = (Tensor.rand(512, 2) * 4 - 2).realize()
    heights = (places[:, :1].sin() * places[:, 1:].cos()).realize()

    @TinyJit
    @Context(TRAINING=1)
    def jitted():
        chosen = Tensor.randint(ROWS, high=512)
        optimizer.zero_grad()
        loss = (model(places[chosen]) - heights[chosen]).square().mean()
        loss.backward()
        squares = sum((p.grad.square().sum() for p in parameters), Tensor(0.0))
        factor = (MAX_NORM / (squares.sqrt() + 1e-6)).minimum(1.0)
        for p in parameters:
            p.grad = p.grad * factor
        return loss.realize(*optimizer.schedule_step())

    return lambda: jitted().item()


def measure(step, seconds):
    for _ in range(5):
        step()
    times, began = [], time.perf_counter()
    while time.perf_counter() - began < seconds or len(times) < 3:
        start = time.perf_counter()
        step()
        times.append(time.perf_counter() - start)
    return {"steps": len(times), "median_seconds": statistics.median(times)}


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("library", choices=["micrograd", "tinygrad"])
    options.add_argument("--seconds", type=float, default=2)
    given = options.parse_args()
    step = {"micrograd": micrograd_step, "tinygrad": tinygrad_step}[given.library]()
    print(json.dumps(measure(step, given.seconds)))


if __name__ == "__main__":
    main()
