"""Pages that belong to no room: More, settings, the list of keys, and what is shown when something fails."""
