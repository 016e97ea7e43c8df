//! What the page of one room says, and the remote.

texts! {
    /// Sentences without anything to fill in.
    Room;

    code: "code", "code";
    open_stage: "Open het scherm", "Open the screen";
    reload: "Kijk opnieuw", "Refresh";

    // Counts.
    joined: "doen mee", "taking part";
    present: "nu verbonden", "connected now";
    answered: "antwoordden op deze vraag", "answered this question";

    // Where the room is.
    current: "Huidige dia", "Current slide";
    not_begun: "Nog niet begonnen", "Not started yet";
    not_begun_hint:
        "Deelnemers kunnen al meedoen met de code. Begin als je zover bent.",
        "Participants can already join with the code. Start when you are ready.";
    over: "De bijeenkomst is afgelopen", "This room has ended";
    over_hint:
        "Alle antwoorden zijn bewaard. Je kunt ze hier downloaden of wissen.",
        "All answers are kept. You can download or erase them here.";
    over_remote:
        "Deelnemers kunnen niet meer antwoorden. Je kunt de dia’s nog wel laten zien.",
        "Participants can’t answer any more. You can still show the slides.";
    resume: "Ga toch verder", "Continue after all";
    resume_hint:
        "Beëindigd per ongeluk? Tot 24 uur na het einde kun je verdergaan waar je was.",
        "Ended by accident? Until 24 hours after the end you can continue where you were.";
    remote: "Afstandsbediening", "Remote";

    // Moving.
    previous: "Vorige", "Previous";
    next: "Volgende", "Next";
    begin: "Begin", "Start";
    go_here: "Ga hierheen", "Go here";

    // The question.
    question: "Vraag", "Question";
    open_word: "open", "open";
    closed_word: "gesloten", "closed";
    voting_word: "stemfase", "voting";
    open: "Open", "Open";
    close: "Sluit", "Close";
    vote: "Stemfase", "Start voting";
    reset: "Nieuwe ronde", "New round";
    undo: "Zet terug", "Undo";
    rounds: "Rondes op het scherm", "Rounds on the screen";
    not_playable:
        "Deze dia kan peil nog niet spelen. Hij staat met zijn titel op het scherm.",
        "peil can’t play this slide yet. It is on the screen with its title.";

    // Results.
    on_stage: "Resultaten op het scherm", "Results on the screen";
    on_phones: "Resultaten op telefoons", "Results on phones";
    shown: "zichtbaar", "shown";
    hidden: "verborgen", "hidden";
    show: "Toon", "Show";
    hide: "Verberg", "Hide";
    slides: "Dia’s", "Slides";

    // Links.
    links: "Links", "Links";
    links_hint:
        "Wie zo’n link heeft, kan alles wat erbij staat. Geef hem alleen aan wie hem nodig heeft.",
        "Whoever has such a link can do what it says. Give it only to those who need it.";
    join_link: "Meedoen", "Join";
    join_for: "voor iedereen", "for everyone";
    stage_link: "Scherm", "Screen";
    stage_for: "voor de beamer", "for the projector";
    presenter_link: "Presentatorscherm", "Presenter view";
    presenter_for: "met notities en alle resultaten, niet op de beamer", "with notes and all results, not for the projector";
    remote_link: "Afstandsbediening", "Remote";
    remote_for: "voor de telefoon van de presentator", "for the presenter’s phone";
    moderator_link: "Moderator", "Moderator page";
    moderator_for: "voor wie op de antwoorden let", "for whoever keeps an eye on the answers";
    follow: "Open", "Open";
    new_link: "Nieuwe link", "New link";
    new_link_meaning:
        "De oude link werkt dan meteen niet meer. Wie hem nu gebruikt, moet de nieuwe openen. Deelnemers merken er niets van.",
        "The old link then stops working at once. Whoever is using it now has to open the new one. Participants notice nothing.";
    new_link_yes: "Ja, maak een nieuwe link", "Yes, make a new link";

    // Exports.
    download: "Antwoorden downloaden", "Download answers";
    csv_long: "CSV, een rij per antwoord", "CSV, a row per answer";
    csv_wide: "CSV, een rij per deelnemer", "CSV, a row per participant";
    excel_long: "Voor Excel, een rij per antwoord", "For Excel, a row per answer";
    excel_wide: "Voor Excel, een rij per deelnemer", "For Excel, a row per participant";
    json: "JSON, alles", "JSON, everything";

    // Erasing.
    erase: "Antwoorden wissen", "Erase answers";
    erase_meaning:
        "Wissen is voor altijd: het antwoord verdwijnt uit de resultaten, uit downloads en uit eerdere momenten. Het komt niet terug.",
        "Erasing is for good: the answer disappears from the results, from downloads and from earlier moments. It does not come back.";
    no_answers: "Nog geen antwoorden.", "No answers yet.";
    answers: "De nieuwste antwoorden, de laatste bovenaan", "The newest answers, the last one on top";
    when: "om", "at";
    asked: "vraag", "question";
    given: "antwoord", "answer";
    erase_column: "wissen", "erase";
    erase_one: "Wis", "Erase";
    erase_sure: "Dit antwoord is dan weg, voor altijd.", "This answer is then gone, for good.";
    erase_yes: "Ja, wis dit antwoord", "Yes, erase this answer";

    // What can't be undone.
    apart: "Beëindigen en weggooien", "End and delete";
    apart_ended: "Weggooien", "Delete";
    end: "Beëindig deze bijeenkomst", "End this room";
    end_meaning:
        "Telefoons zien dan een bedankje. Antwoorden en downloads blijven. Tot 24 uur daarna kun je toch verdergaan.",
        "Phones then see a word of thanks. Answers and downloads stay. Until 24 hours later you can still continue.";
    end_yes: "Ja, beëindig de bijeenkomst", "Yes, end the room";
    delete: "Gooi deze bijeenkomst weg", "Delete this room";
    delete_question: "Gooi je deze bijeenkomst weg?", "Delete this room?";
    delete_meaning:
        "De bijeenkomst en alle antwoorden zijn dan weg, voor altijd. Download eerst wat je wilt bewaren.",
        "The room and all its answers are then gone, for good. First download what you want to keep.";
    delete_yes: "Ja, gooi de bijeenkomst weg", "Yes, delete the room";
    delete_no: "Nee, bewaar de bijeenkomst", "No, keep the room";
}
