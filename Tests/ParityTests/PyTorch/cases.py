"""The runs that are held against PyTorch: every lesson, and what may be set about it."""

SMALL = "--layers 2 --heads 2 --width 16 --context 8 --batch-size 8 --warmup 5"
ODD = "--layers 2 --heads 5 --width 20 --context 7 --batch-size 3 --micro-batches 1 --warmup 5"
NEVER_CLIP = "--max-norm 1000000"

# Small networks go through warmup into the cosine; story stays in its own warmup, since AdamW moves
# a parameter with hardly any gradient by its sign: at the full learning rate PyTorch's float32 is
# itself up to 3e-5 from its float64 after twenty steps, at these ones less than 1e-5.
CASES = {
    "line": "line",
    "line, no clipping": f"line {NEVER_CLIP}",
    "line, AdamW": "line --optimizer adamw --weight-decay 0.1",
    "spiral": "spiral",
    "spiral, SGD, weight decay": "spiral --optimizer sgd --weight-decay 0.1 --max-norm 0.3",
    "names": "names",
    "names, clipped, weight decay": "names --max-norm 0.3 --weight-decay 0.1",
    "story": "story",
    "GPT, 1 micro-batch": f"story {SMALL} --micro-batches 1",
    "GPT, 2 micro-batches": f"story {SMALL} --micro-batches 2",
    "GPT, 4 micro-batches": f"story {SMALL} --micro-batches 4",
    "GPT, no clipping": f"story {SMALL} {NEVER_CLIP} --weight-decay 0",
    "GPT, clipped, weight decay": f"story {SMALL} --max-norm 0.3 --weight-decay 0.1",
    "GPT, SGD": f"story {SMALL} --optimizer sgd --learning-rate 0.1 --weight-decay 0",
    "GPT, SGD, weight decay": f"story {SMALL} --optimizer sgd --learning-rate 0.1 --weight-decay 0.1",
    "GPT, odd shapes": f"story {ODD}",
    "GPT, odd shapes, SGD": f"story {ODD} --optimizer sgd --learning-rate 0.1",
}

# The seed is another than the default.
ALWAYS = "--steps 20 --seed 7 --dropout 0"
