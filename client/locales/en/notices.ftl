### What a page of the desk says first, by its code. Codes of refusals are here where an organiser must read something else than a participant.

saved = ✓ The deck is saved.
new-link = ✓ There is a new link. The old one opens nothing any more.
deck-changed = ✓ The slides have been changed. Everyone sees the new text.
changes-errors = Nothing has changed yet. Fix the text on the lines below and look again at what changes.
changes-not-made = What you typed has not been carried out yet. See what changes and carry it out, or leave everything as it was.
changes-full = Nothing has changed: the slides of this room were changed as often as they can be. Continue with what is there now.
deck-errors = The deck is not saved yet. Fix the text on the lines below and save again.
deck-too-large = Nothing is saved: this text is larger than 512 KB. Split it into two decks, or leave pictures out.
deck-not-text = Nothing is saved: this file is not text (UTF-8). Save your deck as plain text and choose that file again.
expected = The room was not started. For the number of participants, fill in a whole number from 1 to 200,000, or leave it empty.
planned = That is no date with a time. Fill in year, month, day and the time.
planned-before-today = That day has passed. Choose today or a day to come.
closed = The question is closed, so this can’t be done now. Open the question first.
voting = Voting is under way already. Close the question, or begin a new round.
no-voting = Participants can’t vote on answers to this question. Do you want that? Then put ‘votes’ with the question in the deck.
not-playable = peil can’t play this question yet. Go to another slide.
unknown-question = There is no such question in this room. Choose a slide from the list.
unknown-answer = This answer is gone. Perhaps it has just been erased or changed; look in the list.
pick-two = Tick at least two, or tick one and choose what it counts as. Then press ‘Merge’.
wrong-kind = For this question you can’t hide or merge anything. Check which question it is now.
empty = Nothing is hidden: type a word first.
too-long = Nothing is hidden: nobody can give so long a word to this question. Make it shorter.
ended = This room has ended. It can’t be controlled any more; answers can still be downloaded and erased.
too-many = This question has had as many rounds as there can be. Continue with this round.
full = Nothing more can be added. Delete rooms that you no longer need and try again.
cannot-store = The server can’t save anything now: nothing has changed. Check whether the disk is full and try again.
try-again = It is too busy right now. Wait a few seconds, check whether it is done already, and if not, try again.
changed = Nothing is done yet: this deck was changed elsewhere in the meantime, by somebody else or in another tab. See below what is there now and choose.
precondition = Nothing is done yet: this page no longer knows which text you started from. See below what is there now and choose.
deck-gone = This deck was deleted in the meantime. Your text is below: save it and it becomes a new deck.
nobody-removed = Nobody who takes part now joined in those minutes. Choose other minutes.
out-of-range = The first minute is after the last. Choose them the other way round.
no-seconds = No time was added. Add at least 1 second.
room-damaged = peil can’t read this room. The command ‘peil doctor’ says what is wrong.
unknown-room = This room is gone. Your desk lists the rooms that are still there.
qa-empty = Nothing was added: type the question first.
qa-too-long = Nothing was saved: a question has at most 300 characters, an answer 500. Make it shorter.
qa-full = No more questions can be added. Refuse or merge some first.
qa-unknown-answer = This question is gone. Perhaps it was just erased, refused or merged; look in the list.
qa-pick-two = Tick at least two. Then press ‘Merge’.
not-for-speakers = By a speakers’ link you answer questions. A moderator does everything else.
mail-saved = ✓ The mail is saved. Below you see how it will arrive.
mail-subject = The mail is not saved. A subject is one line, of 1 to 150 characters.
mail-lead = The mail is not saved. Its text is too long: make it 4,000 characters at most.
mail-link = The mail is not saved. Its address has to begin with https:// or http:// and has 500 characters at most.
mail-not-set-up = Nothing was sent: this peil sends no mail. Ask whoever runs it for --smtp and --mail-from.
mail-not-ended = Nothing was sent: the room is still running. End it first.
mail-running = Nothing was changed: the mail is being sent. Wait until that is done, or stop it.
mail-changed = Nothing was done yet: the mail was changed elsewhere meanwhile. See how it is now and press again.
mail-nobody = Nothing was sent: there is no address that still has to get it.

## Where no code fits, and on a page that is held in the hand.

unknown = This did not work. Check how the room stands and try again.
held-full = As many words are hidden ahead as there can be. Put one back first.
