### What the language says of itself, and how it writes.

own-name = Nederlands
# Which way its lines run: ltr or rtl.
direction = ltr

# A time of day, from hours and minutes of two digits.
clock = { $hour }.{ $minute }
# The months by their number, from 1.
month =
    { $number ->
        [1] januari
        [2] februari
        [3] maart
        [4] april
        [5] mei
        [6] juni
        [7] juli
        [8] augustus
        [9] september
        [10] oktober
        [11] november
       *[other] december
    }
# A day of another year, and one of this year.
date = { $day } { $month } { $year }
day-of-year = { $day } { $month }
