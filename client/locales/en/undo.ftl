### What the last control did, in a word or two: on the button that takes it back.

moved = moved to another slide
open = question opened
close = question closed
show = results shown
hide = results hidden
vote = voting started
reset = new round started
skip = slide skipped
unskip = slide no longer skipped
extend = time added
evaluate = evaluation opened
begin = started
other = last action

## With the slide.

moved-to = moved to slide { NUMBER($number) }
done-on = { $done } (slide { NUMBER($number) })
