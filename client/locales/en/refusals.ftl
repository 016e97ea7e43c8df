### Every reason to say no: what happened, and what to do.

closed = The question is closed. Your answer came too late and does not count.
voting = No more answers can be added. You can now vote for the answers that are there.
stale-round = The question has been started again. Check whether your answer is still right and send it again.
superseded = You answered this question somewhere else too. Choose the answer that you want and send it again.
erased = The organiser has erased this answer. You can’t send it again.
unchangeable = Answers to this question can’t be changed. Your first answer stays.
empty = You haven’t filled in anything yet. Give an answer and send again.
wrong-kind = This answer does not fit the question. Fill it in again and send it.
out-of-range = This answer is not on the list. Choose one of those and send again.
unknown-question = There is no such question in this session. Continue with the current question.
unknown-answer = This answer is gone. Choose another one.
own-answer = This is your own answer. Vote for somebody else’s.
no-voting = You can’t vote on answers to this question. Continue with the current question.
bad-key = Something in the form was not right. Send your answer again.
not-playable = peil can’t play this question yet. Wait for the next one.
full = The session is full: nothing more can be added, so your answer is not saved. Tell the organiser.
door-closed = The door is closed: nobody can join any more, so your answer is not saved. Ask the organiser to let you in.
ended = The session has ended. No more answers can be added.
moved = Somebody else did something just now. See how it stands and then do it again.
unknown-round = There has been no such round. Choose one that there has been.
not-trial = This event counts already: there is no trial to clear. Carry on.
nothing-to-undo = There is nothing to take back. Continue from here.
not-resumable = This session can’t continue: that is possible only until 24 hours after its end. Start a new one.
at-end = This is the last slide. Go back, or end the session.
at-start = This is the first slide. Continue with the next one.
unknown-slide = There is no such slide. Choose one from the list.
not-a-question = This works only with a question. First go to a slide with a question.
hidden = This is hidden. Put it back first, then you can approve it.
itself = These count as the same already. Choose another one to merge it with.
removed = The organiser has removed you from this session. What you sent does not count. Load the page again to take part again.
changed = The slides were changed somewhere else meanwhile, so nothing was changed. Look at what is there now and try again.
on-stage = This slide is on the screen now and can’t be taken out. Move to another slide first.
no-countdown = No countdown is running for this question, so no time can be added.
no-evaluation = This deck has no evaluation. Give a form pace: after to have one.

too-long = This is too long: { NUMBER($limit) } characters fit. Make it shorter and send again.
too-many =
    { $limit ->
        [one] This is too many: you may give { $limit }. Take away the rest and send again.
       *[other] This is too many: you may give { $limit } at most. Take some away and send again.
    }
too-few = This is too few: it takes at least { NUMBER($limit) }. Choose more and send again.
no-votes-left =
    { $limit ->
        [one] You have given your vote already. Take it back to vote for another answer.
       *[other] Your { $limit } votes are used up. Take one back to vote for another answer.
    }
form = Something in the form is not right yet. Check it and send it again.
unknown-group = There is no such group (any more). Choose another one.
no-group = Here every group gives one answer. Choose your group first, then send again.
own-pace = Here everybody goes through the questions at their own pace: all you can do is start and end.
not-own-pace = Here nobody goes through the questions alone: they come by themselves, one by one.
missing-required = Not everything is answered that has to be. What is missing is listed below.
tablet-ended = This tablet is no longer shared. Ask whoever leads the session for a new code.
