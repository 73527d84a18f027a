"""One aiohttp server: webhook, health, metrics."""
