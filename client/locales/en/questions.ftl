### Questions to the speakers, on the pages of hosts.

heading = Questions to the speakers
speakers = Speakers
waiting = waits for you
listed = in the list
chosen = on the screen now
answered = answered
refused = refused
from-host = typed in
choose = Put on the screen
answer = Is answered
off-the-screen = Take off the screen
back-to-list = Put in the list
reply = Write an answer
reply-label = Your answer, at most 500 characters. Everybody can read it.
reply-it = Save the answer
assign = For whom
assign-label = For which speaker? Leave it empty for all of them.
assign-it = Save
merge-hint = Tick questions that ask the same and merge them. Whoever voted for both counts once.
type-in = A question from the chat or a raised hand
type-in-hint = At most 300 characters. It is in the list at once.
type-in-it = Add it
none = There are no questions yet.
no-list = This presentation takes no questions to the speakers. Put ‘qa: moderated’ at the top of the presentation, or make a slide with ‘ask: qa’.
all = All questions to the speakers
more = All questions, 50 at a time

## A sentence with a name in it.

meant-for = for { $speaker }
