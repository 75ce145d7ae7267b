/// What the manual says of everything around the program.
enum World {
  static let description = [
    """
    A small network is really trained on this machine while one watches. Every training step makes \
    the same five moves, zero_grad, forward, backward, clip and step; every figure on the screen is \
    one that this training used.
    """,
    """
    Space makes one training step and the arrow keys single moves; enter runs. Without a lesson's \
    name the lesson is story. A lesson that is broken on purpose with b runs beside its correct twin.
    """,
  ]

  static let completions = """
    Commands, lessons, options, their values and files are completed by bash, zsh and fish: by \
    themselves where the package for Debian was installed. Elsewhere a line in the file that the \
    shell reads when it starts does it; in zsh it stands after compinit.
    """

  static let completionLines = [
    ("bash, in ~/.bashrc", #"eval "$(fivemoves --generate-completion-script bash)""#),
    ("zsh, in ~/.zshrc", #"eval "$(fivemoves --generate-completion-script zsh)""#),
    (
      "fish, in ~/.config/fish/config.fish",
      "fivemoves --generate-completion-script fish | source"
    ),
  ]

  static let environment = [
    ("TERM", "The terminal. A few common ones are known without a terminfo database."),
    ("TERMINFO", "A folder of that database, looked into before the system's own."),
    ("LC_ALL, LC_CTYPE, LANG", "Whether characters beyond 7 bits can be drawn."),
    ("NO_COLOR", "If it is not empty: no colours, unless --color always asks for them."),
    ("FIVEMOVES_NO_ANIMATION", "If it is not empty: the same as --no-animation."),
    ("FIVEMOVES_NO_VISIT", "If it is not empty: the same as --no-visit."),
    ("XDG_RUNTIME_DIR", "The folder for sockets; without it, one in /tmp."),
    ("XDG_DATA_HOME, HOME", "Where fivemoves module writes the module for Python."),
    (
      "PYTHONPATH",
      "Where Python finds that module: fivemoves watch puts its folder first for its command."
    ),
    (
      "FIVEMOVES",
      "1 for a script, with the module's folder in PYTHONPATH: it opens itself, without a change."
    ),
    (
      "FIVEMOVES_PAUSE_LIMIT",
      "For such a script: the seconds after which a pause ends by itself, as --pause-limit sets them."
    ),
    (
      "FIVEMOVES_DEBUG",
      "If it is not empty: where the module fails in a script, it prints Python's traceback."
    ),
    (
      "RANK, WORLD_SIZE",
      "Which of how many processes a script is that trains with others; torchrun sets them."
    ),
    ("JPY_SESSION_NAME", "The name of a notebook that is watched; Jupyter sets it."),
    (
      "FIVEMOVES_SOCKETS, FIVEMOVES_HOLD, FIVEMOVES_ALL_RANKS",
      "What fivemoves watch tells the module in the command that it starts; not to be set by hand."
    ),
    ("TMPDIR", "Where a recording that comes through a pipe is kept while it is shown."),
    ("SSH_ORIGINAL_COMMAND", "With --kiosk: the lesson that was asked for through SSH."),
  ]

  static let files = [
    ("fivemoves-LESSON-STEP.svg", "In the current folder: what the key S has kept."),
    (".NAME.fivemoves", "What the file NAME is first written as; it then takes its place whole."),
    (
      "$XDG_RUNTIME_DIR/fivemoves",
      "The sockets of scripts and classes, in a folder that only their owner can enter."
    ),
    ("$XDG_DATA_HOME/fivemoves/python", "The module for Python, as fivemoves module writes it."),
  ]

  static let codes = [
    ("0", "All went well; the screen was left with q."),
    (
      "1",
      """
      What was asked for could not be done: a file cannot be read or written, the memory does not \
      suffice, or the run stopped at an infinite figure. Also, fivemoves watch --no-screen has seen \
      no training step and so has checked nothing; fivemoves-classroom could not open its class.
      """
    ),
    ("2", "There is no terminal that could show the screen, or a kiosk has no place left."),
    ("3", "fivemoves watch --no-screen found a mistake in the loop."),
    ("64", "The command line cannot be understood, or asks for what cannot be."),
    (
      "126, 127",
      "The command behind fivemoves watch -- cannot be run, or does not exist, as in a shell."
    ),
    ("128 + n", "Signal n ended it: 130 for ctrl-c."),
    (
      "that of COMMAND",
      """
      fivemoves watch -- COMMAND, on the screen, ends as COMMAND does, also where nothing was \
      trained; with --no-screen it does so where COMMAND failed.
      """
    ),
  ]

  static let examples = [
    ("fivemoves line", "The lesson in which every number can be checked by hand:"),
    (
      "fivemoves story --break forget-zero-grad",
      "A loop without zero_grad, beside its correct twin:"
    ),
    ("fivemoves watch -- python train.py", "The loop of a PyTorch script, unchanged:"),
    (
      "fivemoves train story --log run.jsonl --checkpoint story.safetensors",
      "The training of a lesson without a screen, kept in files:"
    ),
    (
      "fivemoves-classroom --teach --lesson story --address 0.0.0.0",
      "A lesson that a class follows over SSH, where a package was installed:"
    ),
    (
      "fivemoves picture story --at 612 --svg screen.svg",
      "A screen as a picture, for a slide:"
    ),
  ]
}
