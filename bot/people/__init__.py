"""Who we know, and how little: a pseudonym, a language, a sealed chat id, the month of joining."""
