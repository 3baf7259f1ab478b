"""Background work: jobs in a table, leased to workers that may die at any moment."""
