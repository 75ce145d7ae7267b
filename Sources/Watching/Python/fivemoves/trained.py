"""Which parameters are trained, and which only look so."""

from .names import unwrapped

#: So many steps are looked at before it is said.
STEPS = 10


class Trained:
    """The part of a judge that looks at parameters, once some steps are made."""

    def _note_gradients(self, owner):
        """Parameters that no backward has reached in any of the first steps."""
        if not owner.fills:
            return
        if owner.without is None:
            owner.without = [p for p in owner.parameters if p.requires_grad and p.grad is None]
            owner.last_reached = owner.seen
        elif owner.without:
            left = [p for p in owner.without if p.grad is None]
            if len(left) < len(owner.without):
                owner.without, owner.last_reached = left, owner.seen
                self._withdraw(left)

    def _withdraw(self, left):
        """A gradient has come after all."""
        if self.untouched:
            left = {id(p) for p in left}
            self.untouched = [one for one in self.untouched if one[0] in left]
            self.is_changed = True

    def look_at_parameters(self, owner, network, beside, name):
        """After some steps, who is trained and who only looks so; later whether that changed."""
        if owner.seen == STEPS and network is not None:
            self._find_unowned(network, *beside)
        if self.expects_untouched(owner):
            known = {identity for identity, _ in self.untouched}
            new = [p for p in owner.without if id(p) not in known]
            self.untouched += [(id(p), name(id(p))) for p in new]
            self.figures["without"] = owner.seen
            self.is_changed = True

    def expects_untouched(self, owner):
        """Whether no new parameter got its first gradient in half of the steps that were looked at."""
        if not owner.without or owner.seen < STEPS or len(owner.without) == len(owner.ids):
            return False
        is_due = owner.seen >= 2 * (owner.last_reached + 1)
        return is_due and (not self.untouched or owner.seen % 16 == 0)

    def _find_unowned(self, network, partly, strangers):
        """partly: networks beside it that an optimizer has some parameters of; strangers: none."""
        found = {}
        for module in [network] + partly:
            named = _named(module, "" if module is network else type(unwrapped(module)).__name__)
            found.update(self._unowned(named, len(named)))
        for module in strangers:
            named = _named(module, type(unwrapped(module)).__name__)
            owned = sum(len(owner.ids) for owner in self.owners)
            found.update(self._unowned(named, owned + len(named)))
        if found:
            self.unowned = list(found.items())
            self.is_changed = True

    def _unowned(self, named, count):
        """An optimizer that was given a small part of so many was given it on purpose."""
        owned = set().union(*(owner.ids for owner in self.owners))
        rest = {id(p): n for n, p in named if id(p) not in owned and p.grad is not None}
        return rest if len(rest) * 2 <= count else {}

    def own(self, owner):
        """An optimizer that came later has them."""
        if self.unowned:
            self.unowned = [one for one in self.unowned if one[0] not in owner.ids]
            self.is_changed = True


def _named(module, before):
    before = before + "." if before else ""
    return [(before + n, p) for n, p in unwrapped(module).named_parameters() if p.requires_grad]
