"""The natural way through the rooms, still pure: articles in, a checked brief out.

`morning` reads, groups, writes and checks in one call; `read_articles` and `write_brief` are its two halves, for whoever keeps
stories in a database. `name_finder` hands the names that `watch` knows to the checker of `advise`.
"""
