"""Tables as they came to be. One app, one line of history."""
