### What the buttons of the stage’s strip are called.

name = Controls
previous = Previous slide
next = Next slide
open = Open the question
close = Close the question
show = Show the results
hide = Hide the results
blank = Blank screen
slides = Show the slide again
full-screen = Full screen
help = All keys

# A button, with its key behind it.
tool = { $name } ({ $key })
