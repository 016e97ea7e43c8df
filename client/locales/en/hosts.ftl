### Who leads a room together with others, and what they did last.

heading = Who did what
none = Nothing yet.
you = you
owner = the organiser
token = a program
by-itself = by itself
presenter = presenter
remote = remote
moderator = moderator
speaker = speaker
stage = screen

hid = word or answer hidden
restored = word or answer put back
merged = merged
approved = approved
held = ‘look first’ switched on
held-off = ‘look first’ switched off
changed-deck = slides changed
door-opened = door opened
door-closed = door closed
set-phones = results on phones set
removed = participants taken out
returned = participants put back
erased = answer erased
asked = question to the speakers typed in
chose = question put on the screen
answered = question answered
assigned = question given to a speaker
replied = question answered in writing
entered = answers entered
ended-tablet = tablet no longer shared
renewed-tablets = new codes for tablets made
undone = something taken back
resumed = going on again
ended = ended
begun = begun for real

## With what is filled in.

# One of several: "presenter 2".
numbered = { $who } { NUMBER($number) }
# Above the list: as whom others see this page.
you-are = To others you are { $who }.
# Beside the button that takes it back.
done-by = by { $who }
times = { $what }, { NUMBER($times) } times
ago =
    { $minutes ->
        [0] just now
        [one] { $minutes } minute ago
       *[other] { $minutes } minutes ago
    }
