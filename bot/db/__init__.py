"""The database: engine, transactions, column types, batched reads and writes, migrations."""
