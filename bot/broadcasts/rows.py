"""Between the rows of announcements and the data they stand for."""

import json
from typing import Any

from bot.broadcasts.content import Broadcast, Content, Kind, State, segment_from_json, segment_to_json


def broadcast(row: Any) -> Broadcast:
    """Return the announcement of a row."""
    content = Content(
        json.loads(row.texts), row.fallback, tuple(row.buttons.split()), row.media, segment_from_json(row.segment), row.course_id, row.send_at, row.zone,
        Kind(row.kind))
    return Broadcast(
        row.id, State(row.state), row.author, content, row.alone, row.asked_hash, row.asked_count, row.released_by, row.starts_at,
        row.planned_at is not None, row.ended_at, row.progress_message, row.account_mark)


def values(content: Content) -> dict[str, object]:
    """Return the columns that hold `content`."""
    return {
        "kind": str(content.kind), "texts": json.dumps(dict(content.texts), ensure_ascii=False, sort_keys=True), "fallback": content.fallback,
        "buttons": " ".join(content.buttons), "media": content.media, "segment": segment_to_json(content.segment), "course_id": content.course_id,
        "send_at": content.send_at, "zone": content.zone,
    }
