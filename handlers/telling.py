"""Tell me when something like this opens: what it means, yes, what I am told of, stop; and the switch for all announcements."""

from bot.context import Context
from bot.courses.catalogue import Wanted, wanted
from bot.courses.subscriptions import MOST, Outcome, Subscription
from bot.replies import Button, Reply, Say
from handlers import coursecards, start
from handlers.arrival import look
from handlers.cards import MENU
from handlers.coursecards import Look

_LIST = Button(Say("button-course-back"), "o")
_ALL = "all"
# What is said of announcements, and the button that changes it.
_ON = (Say("announcements-are-on"), Button(Say("button-announcements-off"), "o:a:off"))
_OFF = (Say("announcements-are-off"), Button(Say("button-announcements-on"), "o:a:on"))


async def telling(context: Context) -> None:
    """Do what a button about being told says. Who has not chosen a language does that first: nothing is kept of others."""
    if not context.person.known:
        await context.put(start.languages(context))
        return
    match context.action.arguments:
        case ("t", code):
            await context.put(_offer(wanted(code), await look(context), quiet=context.person.quiet))
        case ("T", code):
            await _add(wanted(code), context)
        case ("x", which):
            await _stop(which, context)
        case ("a", "on" | "off" as wish):
            context.write(context.services.people.be_quiet(context.person, quiet=wish == "off"))
            await _show("course-told", context, quiet=wish == "off")
        case _:
            await _show("course-told", context, quiet=context.person.quiet)


async def _add(chosen: Wanted, context: Context) -> None:
    outcome = await context.services.subscriptions.add(context.person.id, chosen)
    if outcome is Outcome.NOBODY:  # erased in this very moment, from another device
        await context.put(start.languages(context))
        return
    kept = outcome is Outcome.KEPT
    await _show("course-tell-kept" if kept else "course-tell-full", context, quiet=context.person.quiet and not kept)


async def _stop(which: str, context: Context) -> None:
    subscriptions = context.services.subscriptions
    await (subscriptions.stop_all(context.person.id) if which == _ALL else subscriptions.stop(context.person.id, which))
    await _show("course-told", context, quiet=context.person.quiet)


async def _show(key: str, context: Context, *, quiet: bool) -> None:
    """Say `key`, and list what the person is told of, each with one tap to stop it; then whether announcements come at all."""
    kept = await context.services.subscriptions.of(context.person.id)
    seen = await look(context)
    said = Say(key, {"number": MOST}) if kept else Say("course-told-nothing")
    below = (Say("course-told"),) if kept and key != "course-told" else ()
    rows, (state, switch) = tuple((_one(one, seen),) for one in kept), _OFF if quiet else _ON
    every = ((Button(Say("button-course-stop-all"), f"o:x:{_ALL}"),),) if len(kept) > 1 else ()
    await context.put(Reply(context.language, (said, *below, state), (*rows, *every, (switch,), (_LIST, MENU))))


def _offer(chosen: Wanted, seen: Look, *, quiet: bool) -> Reply:
    """Say what it means, with the choices as buttons; nothing is kept before Yes."""
    yes = Button(Say("button-course-tell-yes"), f"o:T:{chosen.code}")
    name = {"name": seen.words.text(seen.language, "button-course-tell-yes")}
    said = (Say("course-tell", name), *((Say("course-tell-quiet", name),) if quiet else ()))
    back = Button(Say("button-back"), f"o:l:{chosen.code}:0")
    return Reply(seen.language, said, (*coursecards.filters(chosen, "t", seen), (yes,), (coursecards.TOLD,), (back, MENU)))


def _one(one: Subscription, seen: Look) -> Button:
    region, kind, language, _ = one.wanted.values
    said = Say("course-told-line", {"region": seen.name("region", region), "kind": seen.name("kind", kind), "language": seen.name("language", language)})
    return Button(Say("button-course-stop", {"name": seen.words.text(seen.language, said.key, said.values)}), f"o:x:{one.id}")
