"""Hugging Face's Trainer, with two micro-batches a step and an evaluation in the middle."""

import tempfile

import torch
from transformers import GPT2Config, GPT2LMHeadModel, Trainer, TrainingArguments

torch.manual_seed(0)
rows = [{"input_ids": row, "labels": row} for row in torch.randint(16, (48, 8))]
config = GPT2Config(vocab_size=16, n_positions=8, n_embd=16, n_layer=1, n_head=2)
with tempfile.TemporaryDirectory() as folder:
    arguments = TrainingArguments(
        folder, max_steps=8, per_device_train_batch_size=4, gradient_accumulation_steps=2,
        eval_strategy="steps", eval_steps=4, logging_steps=1, report_to=[], use_cpu=True,
        save_strategy="no", disable_tqdm=True)
    Trainer(GPT2LMHeadModel(config), arguments, train_dataset=rows, eval_dataset=rows[:8]).train()
