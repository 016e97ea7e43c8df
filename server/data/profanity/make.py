#!/usr/bin/env python3
"""Writes the lists from the folder of an unpacked naughty-words. See README.md."""

import json
import pathlib
import sys
import unicodedata

HERE = pathlib.Path(__file__).parent
HEAD = (
    "# From the List of Dirty, Naughty, Obscene, and Otherwise Bad Words"
    " (npm naughty-words 1.2.0), CC BY 4.0.\n"
)
LANGUAGES = "ar cs da de en es fi fr it nl no pl pt sv tr".split()

for language in LANGUAGES:
    listed = json.loads((pathlib.Path(sys.argv[1]) / f"{language}.json").read_text("utf-8"))
    words = sorted({unicodedata.normalize("NFC", word.strip()) for word in listed})
    (HERE / "lists" / f"{language}.txt").write_text(HEAD + "\n".join(words) + "\n", encoding="utf-8")
