"""Who did what, when: one row for every operation, in the same transaction."""
