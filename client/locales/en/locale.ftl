### What the language says of itself, and how it writes.

own-name = English
# Which way its lines run: ltr or rtl.
direction = ltr

# A time of day, from hours and minutes of two digits.
clock = { $hour }:{ $minute }
# The months by their number, from 1.
month =
    { $number ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[other] December
    }
# A day of another year, and one of this year.
date = { $day } { $month } { $year }
day-of-year = { $day } { $month }
