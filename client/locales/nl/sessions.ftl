### The page about the organiser’s own browsers.

heading = Waar je aangemeld bent
short = Aanmeldingen
lead = Elke browser die hier staat, kan alles wat jij kunt. Ken je er een niet? Meld hem dan af.
here = deze browser
end = Meld af
others = Alle andere
end-others = Meld alle andere af
meaning = Alle andere browsers zijn dan meteen afgemeld, ook schermen die daar openstaan. Deze blijft aangemeld.
yes = Ja, meld alle andere af

## A browser and what it runs on, as far as they are known.

program-on-system = { $program } op { $system }
some-on-system = Een browser op { $system }
unknown-browser = Onbekende browser
since = sinds { $day }
last-used = laatst gebruikt op { $day }
