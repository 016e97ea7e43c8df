### For how long the answers of a room are kept, for its organiser.

answers-ended = De antwoorden zijn op { $date } gewist; de totalen blijven.
answers-end = Op { $date } worden de antwoorden van deze bijeenkomst gewist.
never-ended = Hij is nooit afgesloten; de dagen tellen vanaf het laatste dat erin gebeurde.
forms-end = Op { $date } worden de eerste formulieren gewist die zijn ingevuld.
save-first = Aantallen en gemiddelden blijven, teksten niet. Bewaar wat je nodig hebt:
as-report = Verslag voor Word
as-spreadsheet = Spreadsheet
texts-gone = Wat hier geschreven werd, is gewist.
too-few = Van minder dan 5 antwoorden blijft alleen hoeveel het er waren.

## What is left, thrown away.

apart = Weggooien
delete = Gooi weg wat ervan over is
delete-meaning = De bijeenkomst en de totalen zijn dan weg, voor altijd. Download eerst wat je wilt bewaren.
delete-yes = Ja, gooi het weg
