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
        without = {id(p) for p in owner.parameters if p.requires_grad and p.grad is None}
        owner.without = without if owner.without is None else owner.without & without

    def look_at_parameters(self, owner, network, beside, name):
        """After some steps, who is trained and who only looks so; later whether that changed."""
        if owner.seen == STEPS:
            self._find_untouched(owner, name)
            if network is not None:
                self._find_unowned(network, *beside)
        elif self.untouched and owner.seen % 16 == 0:
            reached = {id(p) for p in owner.parameters if p.grad is not None}
            self.untouched = [one for one in self.untouched if one[0] not in reached]
            self.is_changed = True

    def _find_untouched(self, owner, name):
        if owner.without and len(owner.without) < len(owner.ids):
            self.untouched += [(identity, name(identity)) for identity in owner.without]
            self.is_changed = True

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
