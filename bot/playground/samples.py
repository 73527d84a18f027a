"""Contents of messages that are no text, as Telegram sends them; for `Phone.sends`. Everything in them is made up."""

from typing import Any

Json = dict[str, Any]

_FILE: Json = {"file_id": "AgACAgIAAxkDAAIplaygroundsample", "file_unique_id": "AQADplayground", "file_size": 4_096}


def photo(caption: str | None = None, **extra: Any) -> Json:
    """A picture that is not kept: getFile does not know it (use Phone.sends_photo for one that is)."""
    return {"photo": [{**_FILE, "width": 320, "height": 240}], "caption": caption, **extra}


def document(name: str = "letter.pdf", size: int = 4_096, mime_type: str = "application/pdf") -> Json:
    """A document that is not kept, of any size."""
    return {"document": {**_FILE, "file_name": name, "mime_type": mime_type, "file_size": size}}


def voice() -> Json:
    """A voice message of three seconds."""
    return {"voice": {**_FILE, "duration": 3, "mime_type": "audio/ogg"}}


def audio() -> Json:
    """A sound file."""
    return {"audio": {**_FILE, "duration": 60, "file_name": "sound.mp3", "mime_type": "audio/mpeg"}}


def video() -> Json:
    """A video."""
    return {"video": {**_FILE, "width": 320, "height": 240, "duration": 5}}


def video_note() -> Json:
    """A round video."""
    return {"video_note": {**_FILE, "length": 240, "duration": 5}}


def animation() -> Json:
    """A moving picture; Telegram sends it as a document too."""
    return {"animation": {**_FILE, "width": 320, "height": 240, "duration": 2}, "document": {**_FILE, "file_name": "a.mp4"}}


def sticker() -> Json:
    """A sticker."""
    return {"sticker": {**_FILE, "type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False,
                        "emoji": "👍"}}


def location(live: bool = False) -> Json:
    """A place; `live`: one that moves."""
    return {"location": {"latitude": 0.0, "longitude": 0.0, **({"live_period": 900} if live else {})}}


def venue() -> Json:
    """A place with a name; Telegram sends its location beside it."""
    return {**location(), "venue": {"location": location()["location"], "title": "Demo", "address": "Demo Street 1"}}


def contact() -> Json:
    """A contact card."""
    return {"contact": {"phone_number": "+000000000", "first_name": "Demo"}}


def poll() -> Json:
    """A poll."""
    options = [{"persistent_id": str(number), "text": text, "voter_count": 0} for number, text in enumerate(("Yes", "No"))]
    return {"poll": {"id": "5000000000000000001", "question": "Demo?", "options": options, "total_voter_count": 0,
                     "is_closed": False, "is_anonymous": True, "type": "regular", "allows_multiple_answers": False,
                     "allows_revoting": True, "members_only": False}}


def dice() -> Json:
    """A thrown die."""
    return {"dice": {"emoji": "🎲", "value": 4}}


def forward(text: str) -> Json:
    """A forwarded text whose writer hides their account."""
    return {"text": text, "forward_origin": {"type": "hidden_user", "date": 1_700_000_000, "sender_user_name": "Demo Writer"}}


def album(caption: str | None = None) -> Json:
    """One picture of an album; send several with the same group id."""
    return photo(caption, media_group_id="13000000000000001")


def channel_post(text: str) -> Json:
    """An update with a post in a channel, for `StandIn.inject`."""
    chat = {"id": -1_000_000_000_001, "type": "channel", "title": "Demo channel"}
    return {"channel_post": {"message_id": 1, "date": 1_700_000_000, "chat": chat, "sender_chat": chat, "text": text}}


def inline_query(person_id: int, text: str) -> Json:
    """An update with an inline query, for `StandIn.inject`."""
    person = {"id": person_id, "is_bot": False, "first_name": "Demo"}
    return {"inline_query": {"id": "6000000000000000001", "from": person, "query": text, "offset": ""}}
