### Everything of a room as one ZIP, and a room that is taken in from one.

download = Everything in one ZIP
import-heading = Bring in a room
import-hint = Choose the ZIP that you downloaded from a room, here or on another peil. Everything comes along: answers, forms and report.
import-label = ZIP of a room
import = Bring in

## What stands in the ZIP, in a file that is read before the others.

read-me = This is everything of a room in peil.
read-me-share = To share. There is nothing in it about fewer than five participants:
read-me-report = report.html, report.docx and report.pdf: the report.
read-me-keep = For you as the organiser alone. In it is what each participant gave:
read-me-figures = figures: the figure of each question, as a picture.
read-me-deck = deck.md: the presentation, to use again.
read-me-answers = answers: all answers, and what was filled into forms.
read-me-archive = archive: the room itself. Bring this ZIP in at your desk, and it is there again.
