"""Which actors are media, that pass on what others say. Knows no language."""

from __future__ import annotations

from dashboard.facts import Actor

from .memory import told_in

# Words of an actor's role that tell a medium, which has no people in service, whosever it is.
PRESS = ("news", "broadcaster", "television", "radio")


def is_press(actor: Actor) -> bool:
    """Tell whether an actor is a medium, or speaks for nobody but itself."""
    return actor.independent or told_in(actor.role, PRESS)
