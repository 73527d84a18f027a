"""Whose call may go: chats by turns."""

import asyncio
import time
from collections.abc import Iterable

from bot.telegram.turns import CHAT_GAP, Turns


async def order_of(turns: Turns, chats: Iterable[int | None]) -> list[int | None]:
    """Ask for a reply's turn for each of `chats`, all at once; return in which order they came."""
    came: list[int | None] = []

    async def reply(chat: int | None) -> None:
        turns.ended(await turns.reply(chat))
        came.append(chat)

    await asyncio.gather(*map(reply, chats))
    return came


async def test_chats_take_turns() -> None:
    """P14: behind fifty of one chat, another waits for one of them only."""
    order = await order_of(Turns(rate=20.0), [1] * 50 + [2, 3, 2])

    assert len(order) == 53
    late = order[20:]  # the first second's were free at once
    assert late[:6] == [1, 2, 3, 1, 2, 1]


async def test_a_turn_nobody_waits_for_any_more_costs_nothing() -> None:
    """A cancelled call's turn goes to the next of the same chat."""
    turns = Turns(rate=5.0)
    for _ in range(5):
        turns.ended(turns.try_reply())
    given_up = asyncio.create_task(turns.reply(1))
    await asyncio.sleep(0)
    given_up.cancel()

    assert await order_of(turns, [1, 2, None, 1]) == [2, None, 1, 1]


async def test_the_second_of_a_chat_counts_from_the_answer() -> None:
    """P5: a broadcast message that was long on its way may have arrived only now; the next one to its chat comes a second after that."""
    turns = Turns(rate=100.0)
    ticket = await turns.broadcast(1)
    following = asyncio.create_task(turns.broadcast(1))
    await asyncio.sleep(0.3)
    turns.ended(ticket)
    answered = time.monotonic()
    turns.ended(await following)

    assert time.monotonic() - answered >= CHAT_GAP
