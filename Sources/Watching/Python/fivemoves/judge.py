"""Counts what a loop does in the wrong order, where nothing else explains what was seen."""

import weakref

from . import site
from .trained import Trained

_FIRST_KEPT = 64
_MOST_OPENED = 4096


class Counts(dict):
    def __missing__(self, key):
        return 0


class Judge(Trained):
    def __init__(self, layers=list):
        """layers: gives those of the network that do something else in training."""
        self.owners = []
        self.layers = layers
        self.forget_all()

    def forget_all(self):
        """Somebody begins to watch: what was before was not seen."""
        self.counts = Counts()
        self.figures = {}
        self.steps = 0
        self.backwards = 0
        self.forwards = 0
        self.wipes_without_step = 0
        self.has_stepped = False
        self.kept = []
        self.marked = 0
        self.largest_kept = 0
        self.first_not_finite = None
        self.step_of_detour = self.step_of_lone = 0
        self.step_of_gone, self.is_rollout = None, False
        #: Evaluations of one batch, by what is wrong with them.
        self.lone = Counts()
        self.opened = []
        #: Where a scheduler was called before the first step of any optimizer.
        self.schedules_first = set()
        self.untouched = []
        self.unowned = []
        self.is_changed = False
        self.begin_anew()
        for owner in self.owners:
            owner.seen = 0

    def begin_anew(self):
        """Some steps were not looked at."""
        self.opened = []
        for owner in self.owners:
            owner.begin()
            owner.used = owner.now = owner.signature()
            owner.early = False

    def count(self, kind, more=1):
        self.counts[kind] += more
        self.is_changed = True

    # What the loop does.

    def forward(self, owners):
        self.forwards += 1
        for owner in owners:
            owner.forwards += 1
            owner.forwards_since_backward += 1
            owner.forwards_since_wipe += 1

    def after_zero_grad(self):
        for owner in self.owners:
            now = owner.signature()
            if now == owner.now:
                continue
            owner.now = now
            owner.is_stale = False
            if owner.fills:
                owner.is_wiped = True
                owner.forwards_since_wipe = 0
                owner.fills = []
                if not self.has_stepped:
                    self.wipes_without_step += 1
                    self.is_changed = True

    def before_backward(self):
        if self.opened:
            self.look_at_opened()
        for owner in self.owners:
            owner.now = owner.signature()
            if not owner.fills and owner.is_left(owner.now):
                owner.is_stale = True
            if owner.early:
                owner.early = False
                # What it goes back through was made before that step.
                if not owner.forwards:
                    self.count("step_too_early")
                    self.count("early_stale" if owner.was_filled else "early_empty")

    def after_backward(self, division, place, is_scaled):
        self.backwards += 1
        for owner in self.owners:
            now = owner.signature()
            if now == owner.now and not owner.find_sample():
                continue
            owner.now = now if len(now) == len(owner.sample) else owner.signature()
            owner.fills.append((division, place))
            if len(owner.fills) > 1 and _is_undivided(division):
                owner.unseen.keep(owner.sample)
            if owner.is_by_hand:
                self._note_gradients(owner)
            owner.is_wiped = False
            owner.is_scaled, owner.is_unscaled = is_scaled, False
            owner.forwards_since_backward = 0

    def filled(self, owner, division, place):
        """A backward that was over before its owner was known."""
        self.backwards += 1
        owner.fills.append((division, place))
        owner.forwards_since_backward = 0

    def clip(self, owner):
        if owner is None:
            return
        owner.look_for_change()
        if owner.fills:
            is_scaled = owner.is_scaled and not owner.is_unscaled
            owner.clips += ("scaled" if is_scaled else "right",)
        else:
            owner.clips += ("late" if owner.is_unchanged(owner.signature()) else "early",)

    def before_step(self, owner):
        """Just before the optimizer uses its gradients; by hand it has used them, and may have zeroed them."""
        if not owner.is_by_hand:
            self._note_gradients(owner)
        if owner.is_stale and owner.fills:
            self.count("gradients_pile_up")
        if not owner.fills:
            self._judge_missing(owner)
        elif not owner.is_by_hand and not owner.has_gradients():
            self.count("gradients_gone")
        owner.early = owner.forwards_since_backward > 0
        owner.was_filled = owner.has_gradients() if owner.early else False
        if owner.clips and "right" not in owner.clips:
            self._judge_clips(owner)
        if len(owner.fills) > 1:
            owner.look_for_change()
            self._judge_division(owner)
        if owner.is_scheduled:
            self.count("scheduler_early")

    def after_step(self, owner):
        owner.steps += 1
        owner.seen += 1
        self.has_stepped = True
        owner.begin()
        left, owner.now = owner.now, owner.signature()
        # By hand they may have been zeroed before the step was seen.
        owner.used = left if owner.is_by_hand else owner.now

    # What follows from it.

    def _judge_missing(self, owner):
        is_wiped = owner.is_wiped and not owner.forwards_since_wipe
        if not owner.has_gradients() and not owner.is_by_hand:
            self.count("empty")
            is_alone = len(self.owners) == 1 and not owner.is_wiped
            if self.backwards and is_alone and not owner.forwards_since_backward:
                self.count("optimizer_unreached")
            if self.backwards == 0:
                self.count("no_backward")
        if is_wiped and self.backwards:
            self.count("gradients_wiped")

    def _judge_clips(self, owner):
        if "scaled" in owner.clips:
            self.count("clipped_scaled")
        elif owner.fills:
            self.count("clipped_too_late" if "late" in owner.clips else "clipped_nothing")

    def _judge_division(self, owner):
        parts = len(owner.fills)
        if len(self.owners) != 1 or owner.forwards != parts or owner.is_changed:
            return
        places = {place for _, place in owner.fills}
        # What a library adds up is not the script's to divide.
        is_one_line = len(places) == 1 and site.says(places.pop(), "backward")
        if is_one_line and all(_is_undivided(division) for division, _ in owner.fills):
            self.count("loss_summed")
            self.count("undivided", parts)
            self.figures["parts"] = parts

    def schedule(self, owner, is_first):
        """A scheduler's step between a backward and the optimizer's step that uses it, or before all of
        them: of a loop that begins so, and not of one that sets its first rate before it, the same lines
        come again."""
        if owner is None:
            return
        if owner.fills:
            owner.is_scheduled = True
        elif self.schedules_first and self.has_stepped:
            if site.calls() in self.schedules_first:
                self.count("scheduler_first")
        elif is_first and not self.backwards:
            self.schedules_first.add(site.calls())
            self.schedules_first.discard(None)

    def keep(self, node):
        """Marks a loss's graph with a small thing that lives as long; counts those still alive."""
        if self.marked >= _FIRST_KEPT and self.backwards % 16:
            return
        mark = _marked(node, "fivemoves")
        if mark is None:
            return
        self.marked += 1
        self.kept = [other for other in self.kept if other() is not None]
        self.kept.append(mark)
        if len(self.kept) > self.largest_kept:
            self.largest_kept = len(self.kept)
            self.is_changed = self.is_changed or self.largest_kept >= 16

    def evaluated(self, layers, batches, has_gradients):
        """Some batches went through the network that is trained, between its training steps."""
        since, self.step_of_detour = self.steps - self.step_of_detour, self.steps
        if since < 3 or len(self.owners) != 1:
            return
        if has_gradients:
            return self._count_batches("with_graph", batches)
        self._count_in_training(layers, batches)

    @property
    def expects_lone(self):
        """Whether one batch by itself may be an evaluation: not where every step has one."""
        return self.steps - self.step_of_lone >= 3

    def saw_lone(self, layers):
        """One batch in training mode, without gradients."""
        if self.expects_lone and len(self.owners) == 1:
            self._count_in_training(layers, 1)
        self.step_of_lone = self.steps

    def _count_in_training(self, layers, batches):
        if layers:
            self.figures["layers"] = " and ".join(layers)
            self._count_batches("in_training", batches)

    def _count_batches(self, kind, batches):
        """One batch may be anything; the same again some steps later is an evaluation."""
        if batches < 2 and not self.counts[kind]:
            self.lone[kind] += 1
            batches = self.lone[kind]
            if batches < 2:
                return
        self.count(kind, batches)

    def open(self, node):
        """Marks the graph of a forward in training mode: backward is to go through it."""
        if node is None or len(self.opened) >= _MOST_OPENED:
            return
        mark = _marked(node, "fivemoves_forward")
        if mark is not None:
            self.opened.append(mark)

    def look_at_opened(self):
        """Forwards whose graphs are gone before any backward were an evaluation, if some steps apart. Where
        they once came in steps next to each other they are part of the loop: an agent that chooses what to
        do, now by its network and now by chance."""
        opened, self.opened = self.opened, []
        gone = sum(mark() is None for mark in opened)
        if not gone:
            return
        before, self.step_of_gone = self.step_of_gone, self.steps
        since = self.steps - (before or 0)
        self.is_rollout = self.is_rollout or before is not None and 0 < since < 3
        if self.is_rollout or since < 3 or len(self.owners) != 1 or not self.backwards:
            return
        layers = self.layers()
        if layers:
            self._count_in_training(layers, gone)
            self._count_batches("with_graph", gone)

    def not_finite(self, step, move, what, unseen=None):
        """unseen: an earlier step whose gradients nobody looked at, where it may have begun."""
        if self.first_not_finite is None:
            self.first_not_finite = (step, move, what, unseen)
            self.is_changed = True


def _is_undivided(division):
    return (
        division is not None
        and division.is_visible
        and division.by == 1
        and division.is_mean
        and not division.is_of_items
    )


class _Mark:
    __slots__ = ("__weakref__",)


def _marked(node, key):
    """A small thing that lives as long as a graph does, weakly; None where it takes none."""
    mark = _Mark()
    try:
        node.metadata[key] = mark
    except (AttributeError, TypeError):
        return None
    return weakref.ref(mark)
