### What a room's answers say as a spreadsheet.

cover = Overview
apart = Forms stand apart from the other answers: nothing tells whose is which.

## The room.

day = Date
participants = Participants
time-zone = Time zone
made = Made at
questions = Questions

## Heads.

question = Question
kind = Kind
rounds = Rounds
voters = Participants with an answer
answer = Answer
statement = Statement
place = Place, from 0 to 100
number = Number
about = About
value = Value
given = As given
participant = Participant
round = Round
time = Time
group = Group
from = By
tablet = Tablet

## Sums.

sums = Totals
sums-of-round = Totals of round { NUMBER($round) }
answers = Answers
to-speakers = Questions to the speakers
sum-given = Given
distinct = Different
skipped = Skipped
votes = Count
share = Share of participants
mean = Mean
median = Median
lower-quartile = First quartile
upper-quartile = Third quartile

## At the desk.

download = Spreadsheet (XLSX)
