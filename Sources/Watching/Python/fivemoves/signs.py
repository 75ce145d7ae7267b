"""The mistakes that the counts amount to, as they are told."""

#: A mistake is made in most steps, and more than once.
_LEAST = 2
_LEAST_OF = {"loss_summed": 3, "no_backward": 3, "optimizer_unreached": 3}
_KEPT = 16
_SKIPPED = 8

_IN_ORDER = (
    "no_backward", "gradients_wiped", "step_too_early", "gradients_pile_up", "clipped_nothing",
    "clipped_too_late", "clipped_scaled", "loss_summed", "scheduler_early", "gradients_gone",
    "optimizer_unreached",
)


def signs(judge):
    """Each with its figures; what a loop does once, or seldom, is none."""
    steps = judge.steps
    found = [_of_order(kind, judge) for kind in _IN_ORDER if _is_usual(kind, judge)]
    if judge.wipes_without_step >= 3 and not judge.has_stepped:
        found.append(("no_step", [
            _count("steps", steps), _count("backwards", judge.backwards)]))
    first = judge.counts["scheduler_first"]
    if first and not _is_usual("scheduler_early", judge):
        found.append(("scheduler_early", [
            _count("count", first + 1), _count("steps", judge.steps)]))
    found += _evaluations(judge) + _graphs(judge) + _parameters(judge) + _numbers(judge)
    return [{"sign": kind, "figures": figures} for kind, figures in found]


def _is_usual(kind, judge):
    count = judge.counts[kind]
    least = _LEAST_OF[kind] if kind in _LEAST_OF else _LEAST
    return count >= least and count * 2 > judge.steps


def _of_order(kind, judge):
    counts, steps = judge.counts, _count("steps", judge.steps)
    count = counts["undivided"] if kind == "loss_summed" else counts[kind]
    figures = [_count("empty" if kind == "no_backward" else "count", count), steps]
    if kind == "no_backward":
        figures.append(_count("forwards", judge.forwards))
    elif kind == "gradients_pile_up":
        figures.append(_count("backwards", judge.backwards))
    elif kind == "loss_summed":
        figures.append(_count("parts", judge.figures["parts"]))
    elif kind == "step_too_early":
        figures += [_count("empty", counts["early_empty"]), _count("stale", counts["early_stale"])]
    return kind, figures


def _evaluations(judge):
    found, counts = [], judge.counts
    if counts["in_training"]:
        found.append(("evaluated_in_training", [
            _count("batches", counts["in_training"]), _words("layers", judge.figures["layers"])]))
    if counts["with_graph"]:
        found.append(("evaluated_with_graph", [_count("batches", counts["with_graph"])]))
    return found


def _graphs(judge):
    alive = judge.largest_kept
    if alive < _KEPT or alive * 10 < judge.marked * 9:
        return []
    return [("losses_kept", [_count("live", alive), _count("backwards", judge.marked)])]


def _parameters(judge):
    found = []
    if judge.unowned:
        found.append(("parameters_unowned", _listed([name for _, name in judge.unowned])))
    if judge.untouched:
        figures = _listed([name for _, name in judge.untouched])
        found.append(("parameters_untouched", figures + [_count("steps", judge.figures["without"])]))
    return found


def _numbers(judge):
    found, skipped = [], judge.counts["skipped"]
    if judge.first_not_finite:
        at, move, what, unseen = judge.first_not_finite
        figures = [_count("step", at), _words("move", move), _words("what", what)]
        found.append(("not_finite", figures + ([_count("unseen", unseen)] if unseen else [])))
    if skipped >= _SKIPPED and skipped * 3 > judge.steps:
        found.append(("updates_skipped", [
            _count("count", skipped), _count("steps", judge.steps)]))
    return found


def _count(name, value):
    return [name, "count", value]


def _words(name, value):
    return [name, "words", value]


def _listed(names):
    shown = ", ".join(names[:3]) + (", …" if len(names) > 3 else "")
    return [_count("count", len(names)), _words("names", shown)]
