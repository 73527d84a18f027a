"""Dalil: a guide to human rights mechanisms, on Telegram."""
