"""The wire: HTTP to Telegram, receiving and acknowledging updates, the send rate, rendering."""
