"""Who may sign in, for which mission, and what each may see and do."""
