## Hosts.

heading = Tablets at tables
lead = Scan the code below with a table’s tablet. Everybody at that table then answers in turn, and each answer counts apart. At most 12 participants per tablet.
codes = Codes
one-tablet = One tablet
list = Tablets
none = No tablet takes part yet.
number = Tablet { $number }
people =
    { $count ->
        [one] { $count } participant
       *[other] { $count } participants
    }
ended = no longer shared
end = Stop sharing
end-meaning = What the table sent still counts. One participant can go on with the tablet.
end-yes = Yes, stop sharing this tablet
renew = New codes
renew-meaning = The codes below no longer work then. Tablets that take part already go on.
renew-yes = Yes, make new codes

## Whoever holds the tablet.

share-heading = One tablet for the table
share-lead = Everybody at the table answers in turn on this device. Each answer counts apart.
share = Share this device
share-not = Take part alone
own-pace = Here everybody goes through the questions at their own pace. That takes a device for each.
seat = Number { $seat } on this tablet
sent = Sent
sent-lead = Pass the tablet on. Whoever gets it begins with an empty answer.
pass-on = Pass on to the next
another = Another answer
last-seat = That was seat 12, the last of this tablet.
full-heading = Everybody has answered
full-lead = 12 participants have answered with this tablet. This question takes no more of it. Take a second tablet for whoever has not had a turn.
ended-heading = This tablet is no longer shared
ended-lead = What you all sent counts. You alone can go on here.
alone = Go on alone
on = Go on
moved = There is something new
news = News
