### When people joined a room, and who was removed.

heading = Remove participants
meaning = Did many participants join at once who don’t belong here? Remove those who joined in those minutes. What they sent then counts nowhere. You can put them back.
nobody = Nobody has joined yet.
caption = How many joined in each minute
minute = minute
joined = joined
from = From minute
to = Up to and including minute
remove = Remove
question = Remove these participants?
yes = Yes, remove them
no = No, let them take part
removed = Removed
put-back = Put back
all-again = All of them take part again, as new participants.

## Sentences with a number or a time in them.

-people =
    { $count ->
        [one] { $count } participant
       *[other] { $count } participants
    }
-answers =
    { $given ->
        [one] { $given } answer
       *[other] { $given } answers
    }
ago =
    { $minutes ->
        [0] now
        [one] { $minutes } minute ago
       *[other] { $minutes } minutes ago
    }
# A minute to choose.
choice = { $time }, { $ago } ({ -people })
asked = { -people } who joined between { $from } and { $to }, with { -answers }. Whoever belongs here can join again afterwards, as a new participant.
gone = { -people } from between { $from } and { $to }, with { -answers }.
again =
    { $count ->
        [one] { $count } participant has joined again in the meantime and already counts.
       *[other] { $count } participants have joined again in the meantime and already count.
    }
# Behind the words of a button, for who hears the page.
of-them = : { -people }
