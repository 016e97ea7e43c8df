### What somebody reads who is not signed in.

heading = Sign in
lead = This page is for the organiser. Open the sign-in link that peil gave when it started.
host-heading = This link no longer works
host-lead = Ask whoever made this room for the new link, and open that. What you did is kept.
organiser = Are you the organiser? Sign in
kept = You are no longer signed in, so nothing is saved yet. What you typed is below.
kept-leave = Leave this tab open.
kept-sign-in = Use a sign-in link in another tab.
kept-again = Come back here and save once more.
lost = Lost the link?
another = How to get a new one
lost-hint = Ask for a new one on the computer that runs peil. Each link works once, for a quarter of an hour.
role-link = Did the organiser give you a link?
role-link-hint = Then open that link once more: it is for the screen, the remote, the moderator or the speakers. Does it no longer work? Then ask the organiser for a new one.
taking-part = Are you taking part in a session?
taking-part-hint = Then you don’t need to sign in.
type-code = Type the code from the screen

## Why somebody is not signed in.

why-needed = You are not signed in, or your sign-in has expired.
why-host-link-over = You have no link of this room that still works. Perhaps a new one was made.
why-link-unknown = This link is not right. Perhaps it was not copied completely. Copy it again.
why-link-used = This link has already been used. Each link works once.
why-link-over = This link has expired. Each link works for a quarter of an hour.
why-link-earlier = This link no longer works: peil was started again. Each link works until the next start.
