### For how long the answers of a room are kept, for its organiser.

answers-ended = The answers were erased on { $date }; the totals stay.
answers-end = On { $date } the answers of this session will be erased.
never-ended = It was never ended; the days count from the last thing that happened in it.
forms-end = On { $date } the first forms that were filled in will be erased.
save-first = Counts and means stay, texts do not. Save what you need:
as-report = Report for Word
as-spreadsheet = Spreadsheet
texts-gone = What was written here has been erased.
too-few = Of fewer than 5 answers, only how many there were stays.

## What is left, thrown away.

apart = Delete
delete = Delete what is left of it
delete-meaning = The session and its totals are then gone, for good. First download what you want to keep.
delete-yes = Yes, delete it
