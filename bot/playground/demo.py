"""The people of the playground: made up, one for each language and one who works for the team."""

from dataclasses import dataclass

from bot.playground.clock import Clock
from bot.playground.limits import Limits
from bot.playground.server import StandIn

# Telegram's FAQ: about 30 messages a second over all chats. Per chat nothing is limited here, so that nobody waits.
DEMO_LIMITS = Limits(per_second=30)


@dataclass(frozen=True)
class DemoPerson:
    """A made-up person with a fixed id, so that a bot can be told who belongs to the team."""

    id: int
    first_name: str
    language_code: str


DEMO_AMINA = DemoPerson(900_000_001, "Demo Amina", "ar")
DEMO_BLAISE = DemoPerson(900_000_002, "Demo Blaise", "fr")
DEMO_CASEY = DemoPerson(900_000_003, "Demo Casey", "en")
DEMO_STAFF = DemoPerson(900_000_004, "Demo Staff", "en")
DEMO_PEOPLE = (DEMO_AMINA, DEMO_BLAISE, DEMO_CASEY, DEMO_STAFF)


def demo_stand_in(token: str = "1:playground", port: int = 8080, *, clock: Clock | None = None) -> StandIn:  # noqa: S107
    """Return a stand-in with the demo people, none of whom has pressed START yet. Not started; it listens on loopback only."""
    stand_in = StandIn(token, port, DEMO_LIMITS, clock=clock)
    stand_in.state.profile.set_text("name", "Dalil · دليل", "")
    for person in DEMO_PEOPLE:
        stand_in.person(person.first_name, person.language_code, id=person.id, started=False)
    return stand_in
