### What the last control did, in a word or two: on the button that takes it back.

moved = naar een andere dia
open = vraag geopend
close = vraag gesloten
show = resultaten getoond
hide = resultaten verborgen
vote = stemfase begonnen
reset = nieuwe ronde begonnen
skip = dia overgeslagen
unskip = dia weer meegenomen
extend = tijd erbij gegeven
evaluate = evaluatie geopend
begin = begonnen
other = laatste handeling

## With the slide.

moved-to = naar dia { NUMBER($number) } gegaan
done-on = { $done } (dia { NUMBER($number) })
