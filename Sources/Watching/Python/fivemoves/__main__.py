"""`python -m fivemoves` starts nothing: it says what does."""

import sys

sys.exit(
    "This module opens a training script to viewers: put `import fivemoves; fivemoves.watch()` into "
    "the script, or start it with `fivemoves watch -- python train.py`.")
