"""The workbench: people, permissions, tables, pages and background work around the pure rooms.

One Django app; each folder mirrors a room or holds what rooms do not know (people, audit, work). In a folder, `models` are
tables, `queries` turn rows into records, `operations` are permission + change + audit, one verb each.
"""
