"""Files to answers: entries are read and checked, indexed in memory, and matched with what a person asks. No framework in here."""
