"""Comes and goes, and knows who is trained."""

import atexit
import os
import sys
import threading
import traceback
import weakref

import torch

from .budget import Budget
from .byhand import Handmade
from .compiler import Compiler
from .detour import Detours
from .glance import Glance
from .guard import guarded
from .hooks import Hooks
from .judge import Judge
from .loop import Loop, rate
from .moded import mode_layers
from .names import unwrapped
from .owner import Owner
from .session import Session
from .site import script_name
from .teller import Teller
from .traces import without_ours
from .turn import Turn


#: After so many backwards without a step, whoever has come waits for none.
_UNSTEPPED = 100


def _nothing():
    return None


class Watcher(Handmade):
    def __init__(self, name=None):
        self.name = (name or script_name())[:80]
        self.watcher = self
        self.thread = threading.main_thread().ident
        self.is_over = False
        #: Whether moves are looked at: from the first viewer on, while one is there.
        self.is_awake = True
        self.is_mid_step = False
        self.unstepped = 0
        #: Steps that went by while nobody looked.
        self.knocks = 0
        self.resting = self.rest = 0
        self.ending = None
        self.is_silent_fork = False
        self.network = _nothing
        self.last_called = _nothing
        self.by_hand = None
        self.optimizers = {}
        self.by_parameter = {}
        self.budget = Budget()
        self.judge = Judge(self._mode_layers)
        self.session = Session(self)
        self.teller = Teller(self)
        self.detours = Detours(self)
        self.glance = Glance(self)
        self.loop = Loop(self)
        self.hooks = Hooks(self)
        self.compiler = Compiler()

    def __repr__(self):
        """As a notebook shows it under the cell that opened it."""
        if self.is_over:
            return "%s is not open to viewers any more." % self.name
        when = "" if self.session.link is not None else " once it has made an optimizer"
        return (
            "%s is open to viewers%s: `fivemoves watch` in a terminal on this machine shows its "
            "training steps." % (self.name, when))

    # Coming and going.

    def install(self):
        self.hooks.put()
        _follow_forks(self)
        self.usual_hook = sys.excepthook
        sys.excepthook = self._excepthook
        atexit.register(self.end)

    def _excepthook(self, kind, error, trace):
        self.ending = ": ".join([kind.__name__] + [str(error)[:300]] * bool(str(error)))
        try:
            trace = without_ours(error) or trace
        except Exception:
            pass
        self.usual_hook(kind, error, trace)
        if kind is EOFError and os.environ.get("FIVEMOVES_HOLD") == "1":
            print("fivemoves: on the screen the keys are not the script's, so nothing can be read from "
                  "them; with --no-screen they are.", file=sys.stderr)

    def step_aside(self):
        """All that was replaced is put back."""
        self.is_over, self.is_awake = True, False
        self.hooks.take_out()
        if sys.excepthook == self._excepthook:
            sys.excepthook = self.usual_hook
        atexit.unregister(self.end)
        self.session.close()

    def give_up(self, error):
        if self.is_over:
            return
        if os.environ.get("FIVEMOVES_DEBUG"):
            traceback.print_exc()
        first = (str(error).strip().splitlines() or [""])[0]
        words = "the watcher has stepped aside, and the script goes on without it: %s%s" % (
            type(error).__name__, ": " + first[:200] if first else "")
        print("fivemoves: " + words, file=sys.stderr)
        self.is_over, self.is_awake = True, False
        try:
            self.teller.outbox.is_corked = False
            self.teller.outbox.queue.clear()
            self.teller.outbox.tell("end", {"words": words[:300]})
            self.teller.outbox.flush(waits=True)
        except Exception:
            pass
        try:
            self.step_aside()
        except Exception:
            pass

    def in_child(self):
        """A fork, such as a worker of a DataLoader, is not watched, but where it is to make what trains."""
        if self.session.link is None:
            self.thread, self.session.is_fork = threading.get_ident(), True
            return
        self.is_over, self.is_awake = True, False
        self.is_silent_fork = not self.teller.completed and not self.knocks
        self.session.close_in_child()

    def trains_in_child(self):
        """It is said once that what trains is a fork of what is watched."""
        if self.is_silent_fork:
            self.is_silent_fork = False
            print("fivemoves: the process that trains was made by fork after its optimizer, and is not "
                  "watched; make the optimizer in it.", file=sys.stderr)

    def end(self):
        if not self.is_over:
            if self.resting:
                self.rouse()
            self._tell_end()
            self.step_aside()

    def _tell_end(self):
        try:
            self.detours.leave()
            self.look_by_hand()
            self.judge.look_at_opened()
            self.teller.end(self.ending)
        except Exception:
            pass

    # Awake where somebody watches.

    def sleep(self):
        """Nobody watches: from now on steps are only counted."""
        if self.is_awake and self.session.link is not None:
            self.is_awake, self.resting = False, 0
            if not self.is_by_hand:
                self.by_hand = None
            self.detours.detour = None
            self.loop.stepping, self.loop.scaled_losses = None, []
            self.teller.reset()

    def nap(self, steps):
        """There is no time to look at the next steps: they are only glanced at."""
        if self.session.until:
            steps = min(steps, self.session.until - self.teller.completed - 1)
            if steps < 1:
                return
        self.is_awake, self.resting, self.rest = False, steps, steps
        self.glance.begin(self.session.is_patient or self.budget.has_time_to_glance)
        self.teller.forward = None

    def rouse(self):
        """What happened meanwhile was not seen; an evaluation ends a nap early."""
        self.budget.rested_for(self.rest - self.resting)
        self.resting = 0
        self.judge.begin_anew()
        self.teller.turn, self.teller.forward = Turn(), None
        self.is_awake = True

    def wake(self):
        self.judge.forget_all()
        self.teller.reset()
        self.teller.steps.begin(self.teller.completed)
        self.is_awake = True
        self.teller.join()

    @guarded
    def knocked(self, is_step):
        """While nobody watches: a step is counted, and who has come is let in."""
        session = self.session
        if self.resting and self.is_by_hand:
            is_step = self.by_hand.ends_step(self.teller.facts.parts)
        self.knocks += is_step
        if session.link is None:
            return
        if is_step and (self.is_mid_step or len(self.judge.owners) == 1):
            self.teller.completed += 1
            self.session.drive.completed += 1
        self.is_mid_step = not is_step
        self.unstepped = 0 if is_step else self.unstepped + 1
        if self.resting:
            self._rest(is_step)
            return
        if not is_step and not self.is_by_hand and self.unstepped <= _UNSTEPPED:
            return
        session.serve()
        if session.link.viewers and session.waiting():
            self.wake()

    def _rest(self, is_step):
        """A driver who wants to hold it is heard within some steps."""
        if is_step:
            self.resting -= 1
            self._tell_glanced()
            if self.resting % 8 == 0:
                self.teller.outbox.flush_soon()
                self.session.serve()
            if self.resting <= 0 or self.session.drive.is_held or not self.session.is_watched:
                self.rouse()

    def _tell_glanced(self):
        owners, session = self.judge.owners, self.session
        turn = self.glance.step(rate(owners[0])) if len(owners) == 1 else None
        if turn is not None and session.is_watched and session.is_first_rank:
            self.teller.steps.add(turn)

    def _mode_layers(self):
        network = self.network()
        return mode_layers(unwrapped(network)) if network is not None else []

    # Who is trained.

    @guarded
    def meet(self, optimizer):
        """An optimizer is born."""
        if id(optimizer) in self.optimizers:
            return
        self.compiler.meet()
        self.leave_by_hand()
        if not self.judge.owners:
            self.thread = threading.get_ident()
        owner = Owner(optimizer, len(self.judge.owners) + 1, self._forget)
        self.optimizers[id(optimizer)] = owner
        owner.key = id(optimizer)
        self.judge.owners.append(owner)
        self._take(owner)
        is_first = self.session.link is None
        self.session.open()
        if is_first:
            self.is_awake = self.session.is_awaited

    def relearn(self, owner, optimizer):
        """Another group of parameters was added."""
        owner.learn(optimizer)
        self._take(owner)

    def _take(self, owner):
        owner.early, owner.seen = False, 0
        for parameter in owner.parameters:
            self.by_parameter[id(parameter)] = owner
        self.judge.own(owner)
        self._names_change()

    def _names_change(self):
        self.detours.followed.clear()
        self.teller.facts.names = None

    def _forget(self, owner):
        """Its optimizer is gone."""
        self.optimizers.pop(owner.key, None)
        if self.by_hand is not None and self.by_hand.owner is owner:
            self.by_hand = None
        if owner in self.judge.owners:
            self.judge.owners.remove(owner)
        for identity in owner.ids:
            if self.by_parameter.get(identity) is owner:
                del self.by_parameter[identity]
        self._names_change()

    def owner(self, optimizer):
        """Wrappers such as accelerate's hold the real one."""
        for _ in range(4):
            found = self.optimizers.get(id(optimizer))
            if found is not None or optimizer is None:
                return found
            optimizer = getattr(optimizer, "optimizer", None)
        return None

    def owner_of(self, parameter):
        return self.by_parameter.get(id(parameter))

    def look_at_parameters(self, owner):
        facts = self.teller.facts
        facts.learn_names()
        beside = ([], []) if owner.is_by_hand else self.detours.beside()
        self.judge.look_at_parameters(owner, self.network(), beside, facts.names.name)

    @property
    def is_busy(self):
        """Inside a backward or an update, whose calls are their own."""
        return self.loop.backward_depth > 0 or self.loop.is_in_update


_followed = []


def _follow_forks(watcher):
    """A fork's handler cannot be taken out: there is one, for whichever watcher there is."""
    if not _followed:
        os.register_at_fork(after_in_child=lambda: _followed[0].in_child())
    _followed[:] = [watcher]
