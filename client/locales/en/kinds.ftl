### Kinds of slides in words.

content = text
instructions = join in
break = break
agenda = agenda
results = earlier question
leaderboard = leaderboard
choice = multiple choice
words = word cloud
open = open question
scale = scale
spectrum = between two poles
rank = ranking
points = dividing points
grid = grid
pin = place on a picture
number = number
type = typed answer
form = form
qa = questions from participants
