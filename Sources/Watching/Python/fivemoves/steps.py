"""Tells of a training step that is complete, and of what is wrong with the loop by then."""

from time import perf_counter

from .figures import norm_of, value
from .signs import signs
from .turn import Turn, loss_of_step
from .wire import line, number, seconds

_JUDGED_AFTER = 10
#: So many steps are looked at, whatever that takes, before a loop that is judged is only glanced at.
_JUDGED_FIRST = 50
#: What keeps the other processes waiting.
_HELD = 0.001


class Steps:
    def __init__(self, teller):
        self.teller = teller
        self.begin(0)

    def begin(self, completed):
        """Somebody begins to watch after so many steps: those before are not counted."""
        self.clipped, self.told_signs = 0, []
        self.since = completed + 1
        #: The last step whose gradients were looked at.
        self.last_norm = completed

    def clipped_with(self, clipping):
        """Steps that were clipped so far, that of this clip included."""
        return self.clipped + (clipping is not None and clipping.factor() < 1.0)

    def end(self):
        teller, turn = self.teller, self.teller.turn
        teller.completed += 1
        teller.judge.steps += 1
        teller.session.drive.completed = teller.completed
        teller.step_seconds = perf_counter() - turn.start - teller.budget.waited
        teller.facts.note(turn, teller.completed == 1)
        outbox, session = teller.outbox, teller.session
        is_held, was_dear = session.drive.is_held, teller.is_closest
        if session.is_watched:
            self._tell(turn, session)
        outbox.is_corked = False
        teller.turn = Turn()
        if is_held:
            session.drive.stepped()
            outbox.flush()
        else:
            outbox.flush_soon()
            session.serve()
            teller.join()
        if session.until and teller.completed >= session.until:
            self.tell_signs()
            outbox.flush(waits=True)
            session.wait_for_end()
        teller.look()
        is_timed = session.drive.until is not None
        rest = teller.budget.end_step(was_dear, is_held, is_timed, self._may_rest(session))
        if not session.is_watched and not session.is_awaited:
            teller.watcher.sleep()
        elif rest and not session.drive.is_held:
            teller.watcher.nap(rest)

    def _may_rest(self, session):
        """Who judges the loop sees enough of it first, and misses no line of a step."""
        if not session.is_patient:
            return True
        watcher = self.teller.watcher
        is_judged = self.teller.judge.steps >= _JUDGED_FIRST
        # Updates by hand are seen only where somebody looks.
        can_glance = watcher.glance.places is not None and not watcher.is_by_hand
        return is_judged and can_glance and not session.wants_moves

    def add(self, turn):
        if turn.norm is not None or turn.clipping is not None:
            self.last_norm = self.teller.completed
        lost = self.teller.session.link.lost()
        step, budget = self.teller.completed, self.teller.budget
        costs = budget.share, budget.waited
        has_parts = self.teller.facts.parts != 1
        self.teller.outbox.add(
            turn.needed(), lambda: self._line(step, turn, costs, lost, has_parts))

    def _tell(self, turn, session):
        teller = self.teller
        if not session.is_first_rank:
            step = teller.completed
            has_parts = teller.facts.parts != 1
            teller.outbox.add(
                turn.needed(), lambda: _rank_line(session.rank, step, turn, has_parts))
            return
        self.add(turn)
        teller.watcher.glance.note(turn, teller.judge.owners)
        judge = teller.judge
        if judge.is_changed or judge.steps % _JUDGED_AFTER == 0:
            self.tell_signs()
        if teller.facts.is_news():
            teller.outbox.tell("learned", {"facts": teller.facts.fields()})

    def tell_signs(self):
        """Where they are others than before."""
        teller = self.teller
        teller.judge.is_changed = False
        if not teller.session.is_first_rank:
            return
        found = signs(teller.judge)
        if found != self.told_signs:
            self.told_signs = found
            teller.outbox.tell("signs", {"step": teller.completed, "signs": found})

    def _line(self, step, turn, costs, lost, has_parts):
        share, held = costs
        values = [loss.value(has_parts) for loss in turn.losses]
        loss = loss_of_step(turn.losses, values)
        if loss is not None:
            self.teller.finite.check_late_loss(step, loss)
        parts = ['{"type":"step","step":%d' % step]
        if loss is not None:
            parts.append('"loss":' + number(loss))
        parts.append('"micro_losses":[%s]' % ",".join([number(v) for v in values]))
        if turn.rate is not None:
            parts.append('"lr":' + number(turn.rate))
        if turn.is_skipped:
            parts.append('"skipped":true')
        if turn.seconds is not None:
            parts.append('"seconds":' + seconds(tuple(turn.seconds)))
        parts.append('"cost":%.5f' % share)
        if held > _HELD:
            parts.append('"held":%.4f' % held)
        self._add_norms(parts, turn, step)
        if lost:
            parts.append('"lost":%d' % lost)
        return ",".join(parts) + "}"

    def _add_norms(self, parts, turn, step):
        clipping = turn.clipping
        if clipping is not None:
            factor = clipping.factor()
            is_clipped = factor < 1.0
            self.clipped += is_clipped
            parts.append('"grad_norm":%s,"clip_factor":%s,"clipped":%s' % (
                number(clipping.norm()), number(factor), "true" if is_clipped else "false"))
        elif turn.norm is not None:
            total = norm_of(value(turn.norm.figure))
            self.teller.finite.check_norm(step, total)
            parts.append('"grad_norm":' + number(total))
        moved = turn.update.norm() if turn.update is not None else None
        if moved is not None:
            parts.append('"update_norm":' + number(moved))


def _rank_line(rank, step, turn, has_parts):
    names = ("zero_grad", "forward", "backward", "clip", "step")
    times = {name: round(time, 7) for name, time in zip(names, turn.seconds)}
    loss = loss_of_step(turn.losses, [loss.value(has_parts) for loss in turn.losses])
    return line("rank", {"rank": rank, "step": step, "seconds": times, "loss": loss})
