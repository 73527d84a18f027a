"""A stand-in for Telegram's Bot API on this computer, with a chat page: try and test the bot without token or network."""

from bot.playground import samples
from bot.playground.callbacks import CallbackAnswer, Press
from bot.playground.calls import Call
from bot.playground.clock import Clock, FixedClock, ShiftedClock, SystemClock
from bot.playground.demo import DEMO_PEOPLE, DEMO_STAFF, DemoPerson, demo_stand_in
from bot.playground.errors import NothingCame, NotLoopback, SteeringError
from bot.playground.faults import Fault, Misbehaviour
from bot.playground.limits import Limits
from bot.playground.phone import Phone
from bot.playground.server import StandIn
from bot.playground.view import Button, Message

__all__ = [
    "DEMO_PEOPLE", "DEMO_STAFF", "Button", "Call", "CallbackAnswer", "Clock", "DemoPerson", "Fault", "FixedClock",
    "Limits", "Message", "Misbehaviour", "NotLoopback", "NothingCame", "Phone", "Press", "ShiftedClock", "StandIn",
    "SteeringError", "SystemClock", "demo_stand_in", "samples",
]
