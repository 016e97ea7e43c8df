### What hosts’ pages say of who may come in.

whose = Horen ze hier? Laat ze binnen. Verwacht je niemand meer? Laat ze dan wachten.
admit = Laat binnen
wait = Laat wachten
door = Deur
open = open voor nieuwe deelnemers
closed = dicht: wie binnen is, blijft
do-open = Open de deur
do-close = Sluit de deur
unheard = Iedereen lijkt van één netwerk te komen: voor peil staat een proxy die peil niet kent. Start peil met --trusted-proxy en het adres van die proxy. Anders gelden de grenzen van één netwerk voor iedereen samen.
rewritten = Voor peil staat een proxy die het adres verandert (de kop Host). Daardoor weigert peil wat je verstuurt, en kloppen links en QR-codes niet. Start peil met --public-url en het adres dat in je adresbalk staat.
