### The page about the organiser’s own browsers.

heading = Where you are signed in
short = Sign-ins
lead = Every browser listed here can do everything you can. Is there one you don’t know? Then sign it out.
here = this browser
end = Sign out
others = All others
end-others = Sign out all others
meaning = All other browsers are then signed out at once, and so are screens that are open there. This one stays signed in.
yes = Yes, sign out all others

## A browser and what it runs on, as far as they are known.

program-on-system = { $program } on { $system }
some-on-system = A browser on { $system }
unknown-browser = Unknown browser
since = since { $day }
last-used = last used on { $day }
