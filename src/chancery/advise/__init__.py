"""Advise: findings become a brief whose every sentence cites, and a checker finds the sentence that does not.

`compose_brief` chooses stories, quotes their sources within what each allows, and words our findings from numbered templates.
`check_brief` looks every statement up in what it cites; `refuse_blocked` stops a brief that does not stand.
`summarise` extracts whole sentences of several articles, each a span of a stored text.
"""

from chancery.advise.check_brief import check_block, check_brief, faults, refuse_blocked
from chancery.advise.check_protected import check_protected
from chancery.advise.choose_stories import choose_stories
from chancery.advise.cite import cite_record, cite_span, record_conversation, record_paper
from chancery.advise.compose_brief import Material, compose_brief
from chancery.advise.find_gaps import SourceLook, look_at
from chancery.advise.find_quote import find_quote
from chancery.advise.grounds import Grounds
from chancery.advise.leave_out import leave_out
from chancery.advise.name_places import name_place
from chancery.advise.phrases import Phrases, word, word_finding, write_day
from chancery.advise.summarise import summarise
from chancery.advise.weigh_story import compile_interests
from chancery.common.read_days import read_days
from chancery.common.read_numbers import read_numbers
from chancery.common.split_sentences import split_sentences

__all__ = [
    "Grounds",
    "Material",
    "Phrases",
    "SourceLook",
    "check_block",
    "check_brief",
    "check_protected",
    "choose_stories",
    "cite_record",
    "cite_span",
    "compile_interests",
    "compose_brief",
    "faults",
    "find_quote",
    "leave_out",
    "look_at",
    "name_place",
    "read_days",
    "read_numbers",
    "record_conversation",
    "record_paper",
    "refuse_blocked",
    "split_sentences",
    "summarise",
    "word",
    "word_finding",
    "write_day",
]
