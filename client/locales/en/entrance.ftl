### What hosts’ pages say of who may come in.

whose = Do they belong here? Let them in. If you expect nobody else, keep them waiting.
admit = Let in
wait = Keep waiting
door = Door
open = open to new participants
closed = closed: whoever is in stays
do-open = Open the door
do-close = Close the door
unheard = Everybody seems to come from one network: there is a proxy in front of peil that peil does not know. Start peil with --trusted-proxy and that proxy’s address. Otherwise the limits for one network apply to everybody together.
rewritten = There is a proxy before peil that changes the address (the header Host). So peil refuses what you send, and links and QR codes lead nowhere. Start peil with --public-url and the address in your address bar.
