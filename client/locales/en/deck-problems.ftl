### What can be wrong with a deck, said so that an organiser can mend it: what is wrong, and what to write instead. Words of the format
### stay as they are, in backticks.

## How the file is cut into slides.

too-large = This deck is { NUMBER($size) } KiB; a deck is at most { NUMBER($most) } KiB. Split it in two.
too-many-slides = A deck has at most { NUMBER($most) } slides. Split it in two before this one.
no-slides = This deck has no slides. Write at least one, such as `# Welcome`.
front-open = The deck's settings begin here and are never closed. Put a line `---` under them.
front-without-keys = A file that begins with `---` begins with the deck's settings, such as `title: …`. Take this line away if a slide begins here.
block-open = A slide's settings begin here and are never closed. Put a line `---` under them, or leave a line empty above if this is text.
fence-open = This code fence is never closed. End it with a line of the same marks.
outside-block = `{ $key }:` stands in a slide's text. Put it right under a line `---`, and a line `---` under it.
too-deep = This text is nested too deep. Use fewer `>` and list marks on a line.
comment-open = A comment begins here and is never closed. End it with `-->`; is it text? Write `\<!--`.
not-separator = `{ $found }` does not end the settings above it. Write exactly `---`.
other-program = This looks like a deck for { $program }, and peil has settings of its own. Keep the text and the lines `---`, and put `ask: …` where you want to ask something.
no-text = This is { $format }, and a deck is plain text. Copy its text into a new file, and save that as plain text (UTF-8).
format-word = a file of a word processor, such as Word
format-rtf = rich text (RTF)
format-pdf = a PDF

## The lines of settings: their YAML, their names and where they belong.

not-keys = Settings are lines of `key: value`, such as `ask: choice`.
settings-too-deep = This is nested deeper than any setting goes. Write a text or a simple list.
same-key = `{ $key }` is given already in line { $line }. Keep one of the two.
unknown-key-near = There is no key `{ $key }`. Did you mean `{ $near }`?
unknown-key = There is no key `{ $key }`. Take it away, or leave a line empty above if this is text.
elsewhere-front = `{ $key }` is not for the deck's settings. It belongs { $home }. To begin the first slide here, put a line `---` above it.
elsewhere = `{ $key }` is not for `{ $kind }`. It belongs { $home }.
ask-and-show = A slide has `ask` or `show`, not both. Make two slides of it.
missing = `{ $kind }` needs `{ $key }`. Add a line `{ $key }: …`.
both-lengths = A break has `minutes` or `until`, not both. Keep one of the two.
misspelt = `{ $found }` is not how a setting is written. Write exactly `{ $instead }`, at the start of the line.
misspelt-in-text = `{ $found }` is shown as text. As a setting, write `{ $instead }` right under a line `---`, with a line `---` under it. As text, put a `\` before the colon.
yaml-colon = A text with `: ` in it needs quotes: `left: "my choice: this"`.
yaml-quote = The quotes don't match. Put one `"` before the text and one behind all of it.
yaml-bracket = A list needs `[`, commas and `]`; a map needs `{"{"}`, commas and `{"}"}`. Texts with such marks need quotes.
yaml-tab = A tab stands where only spaces may stand. Use spaces.
yaml-mark = This text begins with a mark that settings keep for themselves. Put the text in quotes.
yaml-content = A slide's text stands among its settings. Put a line `---` above the text.
yaml-stray = This line is no setting. Is it the slide's text? Put a line `---` above it. Else write it as `key: value`.
yaml-curly = These quotes are curly, and settings need straight ones: `left: "my choice: this"`.
yaml-other = These settings can't be read. Write one `key: value` on each line, the texts in quotes.
home-front = at the top of the file, between two `---` lines
home-slides = in a slide's settings
home-questions = with questions (slides with `ask`)
home-kinds = with { $kinds }
key-alone = `{ $key }` says nothing without `{ $other }`. Add that, or take this line away.
key-beside = `{ $key }` does not go with what stands at `{ $other }`. Take one of the two away.
no-quiz = `{ $key }` is for quiz questions, and no answer is right here. Put `{"{"}correct{"}"}` behind the right one, or take this line away.
first-language = The first of `languages` is `{ $first }`. Take `language` away, or write the same there.

## What is written behind a setting.

empty = Nothing stands behind `{ $key }:`. Write something, or take the line away.
not-text = `{ $key }` takes a text. Put the text in quotes.
not-a = `{ $key }` takes { $wanted }, not `{ $found }`.
not-a-instead = `{ $key }` takes { $wanted }, not `{ $found }`. Write `{ $key }: { $instead }`.
not-one-of-near = `{ $key }` does not take `{ $found }`. Write `{ $key }: { $near }`.
not-one-of = `{ $key }` takes { $words }, not `{ $found }`.
range = `{ $key }` is { $found }; it can be { $min } to { $max }.
pick-options = `pick` asks for { NUMBER($pick) } of { NUMBER($options) } options. Lower it, or add options.
order = `from` must be less than `to`. Swap them or change one.
steps = This range has { NUMBER($steps) } steps; it can have { NUMBER($least) } to { NUMBER($most) }, such as 1 to 5.
pair = `{ $key }` takes two labels: `{ $key }: [low, high]`.
quadrants-wrong = `quadrants` has four names: top left, top right, bottom left, bottom right.
too-many-bytes = `{ $key }` is too long: a name or password fits in { NUMBER($max) } bytes.
wanted-whole = a whole number, such as `3`
wanted-number = a number, such as `3` or `3.5`
wanted-yes-no = `yes` or `no`
wanted-list = a list of texts, such as `[one, two]`
wanted-pole = a text, or `{"{"}label: …, note: …, image: …{"}"}`
wanted-id = letters a–z, digits and `-`, at most { NUMBER($most) }
wanted-pick = a number such as `2`, or a range such as `1-3`
wanted-time = a time of day, such as `15:30`
wanted-language = a language tag, such as `nl` or `en-GB`
wanted-emoji = an emoji, such as `👏`
wanted-groups = a number, such as `8`, or a list of names, such as `[Red, Blue]`
wanted-baskets = a list of names, or of `{"{"}name: …, words: […]{"}"}`
wanted-wifi = a network: `{"{"}name: …, password: …{"}"}`
wanted-room = `last`, or the code of an earlier room of this deck

## A slide’s Markdown: heading, list, markers, pictures.

no-heading = This `{ $kind }` question has no heading. Write its prompt as `# …`.
too-few = { NUMBER($found) } { $things }; at least { NUMBER($min) } wanted. Write them as a list: `- …`.
too-many = { NUMBER($found) } { $things }; at most { NUMBER($max) } fit.
too-long = This { $thing } is too long; at most { NUMBER($max) } characters fit.
item-empty = This list item is empty. Write something behind the `-`, or take it away.
item-picture-silent = This picture needs words for who can't see it: `- ![what it shows]({ $source })`.
item-not-plain-instead = This begins a list, quote or heading inside the list item. Is it text? Write `{ $instead }`.
item-not-plain = A list item is one line of text here. Take away the list, quote, table or code inside it.
item-pictures = A list item takes one picture. Keep the first.
item-picture = Items of `{ $kind }` have no pictures. Put it above the list.
no-markers = There are no markers here, so not `{ $found }`. Write `\{"{"}` if it is text.
unknown-marker = There is no marker `{ $found }` here. It can be { $known }; write `\{"{"}` if it is text.
marker-twice = `{ $found }` is one marker too many. Keep one of its sort.
rating = `{ $found }` is no rating. Write { NUMBER($least) } to { NUMBER($most) } steps as `{"{"}rating 1-10{"}"}`.
not-number = `{ $found }` is no number, and the answer to a `number` question is one.
no-picture = A `pin` question needs a picture on a line of its own: `![what it shows](/picture.png)`.
area = `{ $found }` is no area of the picture. Write left and top, width and height in percent: `{"{"}area 10,20 30,15{"}"}`.
list-twice = `items-from` gives this question its list already. Take the list away, or take `items-from` away.
language-unknown = `=== { $found }` names no other language of this deck. It can be { $known }; else add the language to `languages`.
language-twice = `{ $found }` stands here twice. Keep one.
translation-differs = { NUMBER($found) } { $things }, and { NUMBER($wanted) } in the first language. Make them as many.
translation-mark = `{ $found }` stands in the first language alone and holds for all. Take it away here.

## Ids, and what names them.

same-id = The id `{ $id }` is that of the slide in line { $line } too. Give one of them its own: `id: …`.
id-unknown-near = `{ $key }` names `{ $id }`, which no slide has. Did you mean `{ $near }`?
id-unknown = `{ $key }` names `{ $id }`, which no slide has. Give the earlier question `id: { $id }`.
not-earlier = `{ $key }` names `{ $id }`, which does not come earlier. Name an earlier question.
other-kind = `compare` names `{ $id }`, which is no `{ $kind }` question. Name one of the same kind.
other-shape = `compare` names `{ $id }`, which differs in its options, statements or steps. Make them as many and alike.
not-choice = `split` names `{ $id }`, which is no `choice` question. Name one that is.
id-reserved = `{ $id }` has a meaning of its own in peil. Give the slide another `id`.
not-question = `{ $key }` names `{ $id }`, which is no question. Name an earlier question.
no-items = `items-from` names `{ $id }`, which gives no items. Name an earlier `words` or `open` question, and with `/baskets` one that has baskets.
no-groups = `{ $key }` is about groups, and this deck has none. Put `groups: 8`, or their names, at the top.

## Nothing wrong, but worth knowing.

no-agenda = There is no agenda to show. Write a table with times in its first column, or set `at` at the slides that begin a part.
not-in-own-pace = With `pace: own` nobody comes by this slide: it is for a room that goes on together.
not-used-in-own-pace = With `pace: own`, `{ $key }` does nothing.
own-pace-alone = `{ $key }` works only where `pace: own` stands at the top.
may-stay-empty = Nobody is through without this form, and each of its fields may stay empty: whoever fills in nothing never gets through. Leave out `required`, or `optional` at one of the fields.
not-played = This version can't play `{ $kind }` yet. The slide is kept; the presenter's next and previous pass it.
not-used = `{ $key }` is kept; this version does nothing with it yet.
picture-not-shown = The picture `{ $source }` is not loaded: pages show only `data:image/…` and addresses of this site (`/…`). Its description is shown instead.
comment = `{ $found }` stands among the settings, where `#` begins a comment. If it is the heading, put a line `---` above it.
comment-behind = `{ $found }` is left out, since ` #` begins a comment. Is it text? Put all of the text in quotes: `"… { $found }"`.
curly-quotes = These curly quotes are shown with the text. To leave them out, write `{ $key }: "{ $text }"`.
dashes = `{ $found }` begins no new slide. Write exactly `---` for that, or `***` to draw a line.
note-shown = `{ $found }` is shown to everybody. Is it for the speaker? Put it behind `notes:` in the slide's settings.
two-lists = This is a second list, and a question has one: both are taken together. Make one list of them.
same-label = `{ $label }` stands here twice, and nobody can tell the two apart. Change one of them.
asks-nothing = This looks like a question, but nobody can answer it. To ask it, put `ask: choice` above it, between two lines `---`.
fenced = The whole deck stands in a code block, so it is one slide of code. Take away this line and the last one.
program-readable = This looks like a deck for { $program }; peil reads its text and not its settings. To ask something, write `ask: …` above it.
utf-16 = This file is in UTF-16 and was read as that. Save it as UTF-8, so that every program can read it.
not-translated = This slide has no text in `{ $of }`. Who chose that language sees the first. Write it below a line `=== { $of }`.

## What a deck is made of, as it is called where there are too many, too few, or one is too long.

thing-title =
    { $count ->
        [one] title
       *[other] titles
    }
thing-prompt =
    { $count ->
        [one] heading
       *[other] headings
    }
thing-option =
    { $count ->
        [one] option
       *[other] options
    }
thing-statement =
    { $count ->
        [one] statement
       *[other] statements
    }
thing-item =
    { $count ->
        [one] item
       *[other] items
    }
thing-field =
    { $count ->
        [one] field
       *[other] fields
    }
thing-column =
    { $count ->
        [one] column
       *[other] columns
    }
thing-stop =
    { $count ->
        [one] stop
       *[other] stops
    }
thing-label =
    { $count ->
        [one] label
       *[other] labels
    }
thing-note =
    { $count ->
        [one] note
       *[other] notes
    }
thing-reaction =
    { $count ->
        [one] reaction
       *[other] reactions
    }
thing-explanation =
    { $count ->
        [one] explanation
       *[other] explanations
    }
thing-unit =
    { $count ->
        [one] unit
       *[other] units
    }
thing-basket =
    { $count ->
        [one] basket
       *[other] baskets
    }
thing-word =
    { $count ->
        [one] word
       *[other] words
    }
thing-group =
    { $count ->
        [one] group
       *[other] groups
    }
thing-language =
    { $count ->
        [one] language
       *[other] languages
    }
thing-heading =
    { $count ->
        [one] heading
       *[other] headings
    }
thing-paragraph =
    { $count ->
        [one] paragraph
       *[other] paragraphs
    }

## Words as a list.

words = { $rest }, { $next }
words-last = { $rest } or { $last }
