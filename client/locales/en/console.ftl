### The page from which whoever presents leads the room.

console = Presenter’s console
now = On the screen now
next = Next
next-named = Next: { $slide }
slide = slide { $number }
answered = answered
close = Close the question
open = Open the question
hide-results = Hide results
show-results = Show results
hide-on-phones = Hide on phones
show-on-phones = Show on phones
queue = What comes in
nothing-waits = Nobody sends words or texts on this slide.
all = All that came in
notes = Notes
no-notes = This slide has no notes.
larger = Larger
later = can’t be played yet
more = Screen, door, links and end
links = Links and QR codes
to-console = To the presenter’s console
