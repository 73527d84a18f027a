"""One file a topic: read the update, call a service, say the reply."""
