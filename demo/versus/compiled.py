"""The bench's three tasks in JAX, the whole training step compiled by jit, or many steps in one
lax.scan; prints the median seconds of a step as JSON."""

import argparse
import json
import math
import os
import time

RATE, BETAS, EPS, DECAY, MAX_NORM = 1e-3, (0.9, 0.999), 1e-8, 0.01, 1.0


def limit(threads):
    """XLA takes a thread for each processor that the process may run on; to be called before JAX is there."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:threads])


def rate(jnp, it, warmup=20, steps=10000, least=1e-4):
    share = jnp.minimum(1.0, (it - warmup) / (steps - warmup))
    falling = least + 0.5 * (1 + jnp.cos(math.pi * share)) * (RATE - least)
    return jnp.where(it < warmup, RATE * (it + 1) / (warmup + 1), falling)


def losses():
    """For each task the loss of parameters, named as PyTorch names them, on the examples `ix` of `data`."""
    import jax
    import jax.numpy as jnp

    def linear(p, name, x):
        y = x @ p[name + ".weight"].T
        return y + p[name + ".bias"] if name + ".bias" in p else y

    def cross_entropy(logits, answers):
        chosen = jnp.take_along_axis(logits, answers[:, None], axis=1)[:, 0]
        return jnp.mean(jax.nn.logsumexp(logits, axis=1) - chosen)

    def mlp(p, data, ix):
        points, heights = data
        x = jnp.tanh(linear(p, "net.0", points[ix]))
        x = jnp.tanh(linear(p, "net.2", x))
        return jnp.mean((linear(p, "net.4", x) - heights[ix]) ** 2)

    def character_mlp(p, data, ix):
        letters, answers = data
        joined = p["embedding.weight"][letters[ix]].reshape(len(ix), -1)
        hidden = jnp.tanh(linear(p, "hidden", joined))
        return cross_entropy(linear(p, "output", hidden), answers[ix])

    def norm(x, weight):
        mean = x.mean(axis=-1, keepdims=True)
        variance = ((x - mean) ** 2).mean(axis=-1, keepdims=True)
        return (x - mean) * jax.lax.rsqrt(variance + 1e-5) * weight

    def block(p, name, x, heads=4):
        rows, context, width = x.shape
        qkv = linear(p, name + "c_attn", norm(x, p[name + "ln_1.weight"]))
        q, k, v = qkv.reshape(rows, context, 3, heads, width // heads).transpose(2, 0, 3, 1, 4)
        scores = q @ k.swapaxes(2, 3) / math.sqrt(width // heads)
        seen = jnp.tril(jnp.ones((context, context), bool))
        mixed = jax.nn.softmax(jnp.where(seen, scores, -jnp.inf)) @ v
        x = x + linear(p, name + "c_proj", mixed.swapaxes(1, 2).reshape(x.shape))
        wide = jax.nn.gelu(linear(p, name + "expand", norm(x, p[name + "ln_2.weight"])), approximate=False)
        return x + linear(p, name + "contract", wide)

    def gpt(p, data, starts, layers=4, context=64):
        places = starts[:, None] + jnp.arange(context)
        x = p["wte.weight"][data[places]] + p["wpe.weight"]
        for i in range(layers):
            x = block(p, f"blocks.{i}.", x)
        logits = norm(x, p["ln_f.weight"]) @ p["wte.weight"].T
        return cross_entropy(logits.reshape(-1, logits.shape[-1]), data[places + 1].reshape(-1))

    return {"a": mlp, "b": character_mlp, "c": gpt}


def whole_step(task):
    """One training step: gradients, clip, AdamW with the schedule's rate; gives the new state and the loss."""
    import jax
    import jax.numpy as jnp

    loss_of = losses()[task]

    def step(state, data, ix):
        p, m, v, it = state
        loss, g = jax.value_and_grad(loss_of)(p, data, ix)
        norm = jnp.sqrt(sum(jnp.sum(x * x) for x in g.values()))
        factor = jnp.minimum(1.0, MAX_NORM / (norm + 1e-6))
        lr, steps = rate(jnp, it), it + 1
        unbiased = [1 - beta**steps for beta in BETAS]

        def updated(p, g, m, v):
            g = g * factor
            m = m + (1 - BETAS[0]) * (g - m)
            v = BETAS[1] * v + (1 - BETAS[1]) * g * g
            size = jnp.sqrt(v) / jnp.sqrt(unbiased[1]) + EPS
            return p * (1 - lr * DECAY) - lr / unbiased[0] * m / size, m, v

        new = {name: updated(p[name], g[name], m[name], v[name]) for name in p}
        p, m, v = ({name: parts[i] for name, parts in new.items()} for i in range(3))
        return (p, m, v, steps), loss

    return step


def beginning(parameters):
    """The state before the first step; each number in memory of its own."""
    import jax.numpy as jnp
    import numpy

    p = {name: jnp.array(numpy.array(values)) for name, values in parameters.items()}
    zeros = lambda: {name: jnp.zeros_like(values) for name, values in p.items()}
    return p, zeros(), zeros(), jnp.float32(0)


def parameters_of(task, random):
    """Parameters that begin as PyTorch's do, and the data; drawn by NumPy."""
    import numpy

    def normal(shape, std=1.0):
        return random.normal(0, std, shape).astype(numpy.float32)

    def linear(name, wide, narrow):
        bound = 1 / math.sqrt(wide)
        draw = lambda shape: random.uniform(-bound, bound, shape).astype(numpy.float32)
        return {f"{name}.weight": draw((narrow, wide)), f"{name}.bias": draw(narrow)}

    if task == "a":
        points = random.uniform(-2, 2, (512, 2)).astype(numpy.float32)
        heights = numpy.sin(points[:, :1]) * numpy.cos(points[:, 1:])
        p = linear("net.0", 2, 16) | linear("net.2", 16, 16) | linear("net.4", 16, 1)
        return p, (points, heights), 512, 32
    if task == "b":
        data = random.integers(27, size=(16000, 3), dtype=numpy.int32), random.integers(
            27, size=16000, dtype=numpy.int32
        )
        p = {"embedding.weight": normal((27, 10))} | linear("hidden", 30, 200) | linear("output", 200, 27)
        return p, data, 16000, 32
    width, context, symbols = 128, 64, 65
    p = {"wte.weight": (symbols, width), "wpe.weight": (context, width)}
    for i in range(4):
        p[f"blocks.{i}.c_attn.weight"] = (3 * width, width)
        p[f"blocks.{i}.c_proj.weight"] = (width, width)
        p[f"blocks.{i}.expand.weight"] = (4 * width, width)
        p[f"blocks.{i}.contract.weight"] = (width, 4 * width)
    p = {name: normal(shape, 0.02) for name, shape in p.items()}
    norms = [f"blocks.{i}.ln_{k}" for i in range(4) for k in (1, 2)] + ["ln_f"]
    p |= {name + ".weight": numpy.ones(width, numpy.float32) for name in norms}
    return p, random.integers(symbols, size=40000, dtype=numpy.int32), 40000 - context, 12


def train(task, seconds, scanned):
    """Seconds of each step, or of `scanned` steps each time divided by their number."""
    import jax
    import numpy

    random = numpy.random.default_rng(1)
    parameters, data, places, rows = parameters_of(task, random)
    state, data = beginning(parameters), jax.device_put(data)
    step = whole_step(task)

    def many(state, data, ix):
        return jax.lax.scan(lambda state, ix: step(state, data, ix), state, ix)

    run = jax.jit(many if scanned else step, donate_argnums=0)
    shape = (scanned, rows) if scanned else rows
    times, began, calls = [], None, 0
    while began is None or time.perf_counter() - began < seconds or len(times) < 3:
        start = time.perf_counter()
        state, loss = run(state, data, random.integers(places, size=shape, dtype=numpy.int32))
        loss = numpy.asarray(loss)
        times.append((time.perf_counter() - start) / (scanned or 1))
        calls += 1
        if calls == (2 if scanned else 5):
            times, began = [], time.perf_counter()
    assert numpy.isfinite(loss).all()
    return sum(x.size for x in parameters.values()), times


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("task", choices=["a", "b", "c"])
    options.add_argument("--threads", type=int, default=1)
    options.add_argument("--seconds", type=float, default=2)
    options.add_argument("--scan", type=int, default=0, metavar="N", help="N steps in one lax.scan")
    given = options.parse_args()
    limit(given.threads)
    count, times = train(given.task, given.seconds, given.scan)
    times.sort()
    print(
        json.dumps(
            {
                "parameters": count,
                "steps": len(times) * (given.scan or 1),
                "median_seconds": times[len(times) // 2],
            }
        )
    )


if __name__ == "__main__":
    main()
