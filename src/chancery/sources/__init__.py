"""The edge in: feeds, pages, files and folders become records; every byte that comes this way is taken for hostile.

`parse_feed` reads any feed, `read_page` an article's page, `mission_folder` a mission on disk, `articles_jsonl` and
`brief_json` what our own doors write. `http` is the only way to another host; `poll` looks at one source once.
`package_data` reads what ships with Chancery. There is no door here: import the module you need, so that nothing heavy is
loaded for nothing.
"""
