### What the language says of itself, and how it writes.

own-name = English
# Which way its lines run: ltr or rtl.
direction = ltr

# A time of day, from hours and minutes of two digits.
clock = { $hour }:{ $minute }
# A day.
date = { $year }-{ $month }-{ $day }
