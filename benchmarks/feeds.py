"""Count the entries of every file of the shared set `feeds`, and compare with what their authors and another parser say.

The right count of a file is the first of: gofeed's expected JSON beside it; the count that feedparser states in a comment of the file; the
item or entry elements of a namespace-aware parse (lxml, entities off). Only well-formed XML and JSON files have one.
"""

import json
import re
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

from lxml import etree

from benchmarks.shared_data import shared_folder, unpack
from chancery.sources.collect_folder import collect_folder
