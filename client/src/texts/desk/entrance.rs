//! What hosts' pages say of who may come in.

texts! {
    /// Sentences without anything to fill in.
    Entrance;

    whose:
        "Horen ze hier? Laat ze binnen. Verwacht je niemand meer? Laat ze dan wachten.",
        "Do they belong here? Let them in. If you expect nobody else, keep them waiting.";
    admit: "Laat binnen", "Let in";
    wait: "Laat wachten", "Keep waiting";

    door: "Deur", "Door";
    open: "open voor nieuwe deelnemers", "open to new participants";
    closed: "dicht: wie binnen is, blijft", "closed: whoever is in stays";
    do_open: "Open de deur", "Open the door";
    do_close: "Sluit de deur", "Close the door";

    unheard:
        "Iedereen lijkt van één netwerk te komen: voor peil staat een proxy die peil niet kent. Start peil met --trusted-proxy en het adres van die proxy. Anders gelden de grenzen van één netwerk voor iedereen samen.",
        "Everybody seems to come from one network: there is a proxy in front of peil that peil does not know. Start peil with --trusted-proxy and that proxy’s address. Otherwise the limits for one network apply to everybody together.";
    rewritten:
        "Voor peil staat een proxy die het adres verandert (de kop Host). Daardoor weigert peil wat je verstuurt, en kloppen links en QR-codes niet. Start peil met --public-url en het adres dat in je adresbalk staat.",
        "There is a proxy before peil that changes the address (the header Host). So peil refuses what you send, and links and QR codes lead nowhere. Start peil with --public-url and the address in your address bar.";
}
