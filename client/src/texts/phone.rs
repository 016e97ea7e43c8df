//! What participants read, on the phone and on the start page. Each sentence stands here once, in all
//! languages side by side: one that is missing does not compile.

pub mod counted;
pub mod message;

use crate::language::Language;

macro_rules! texts {
    ($($name:ident: $nl:literal, $en:literal;)*) => {
        /// Sentences without anything to fill in.
        #[derive(Debug)]
        pub struct Phone {
            $(pub $name: &'static str,)*
        }

        static NL: Phone = Phone { $($name: $nl,)* };
        static EN: Phone = Phone { $($name: $en,)* };

        #[cfg(test)]
        pub(super) static EACH: &[(&str, &str, &str)] = &[$((stringify!($name), $nl, $en),)*];
    };
}

/// The sentences in one language.
pub fn phone(language: Language) -> &'static Phone {
    match language {
        Language::Nl => &NL,
        Language::En => &EN,
    }
}

texts! {
    // Around every page.
    skip_link: "Naar de inhoud", "To the content";
    code: "Code ", "Code ";
    privacy: "Privacy", "Privacy";
    desk: "Werkplek", "Desk";
    test: "Test je verbinding", "Test your connection";

    // The start page.
    start_title: "peil: doe mee", "peil: join in";
    join: "Doe mee", "Join in";
    join_hint: "Typ de code van het scherm.", "Type the code from the screen.";
    promise:
        "Geen account, geen app. We vragen geen naam. Antwoorden van één telefoon blijven bij elkaar.",
        "No account, no app. We don’t ask for a name. Answers from one phone stay together.";
    unknown_code:
        "Deze code kennen we niet. Staat hij nog op het scherm?",
        "We don’t know this code. Is it still on the screen?";
    not_a_code:
        "Een code heeft 8 cijfers, zonder 0. Kijk nog eens op het scherm en typ hem opnieuw.",
        "A code has 8 digits and no 0. Look at the screen again and type it once more.";

    // The bar of a form.
    send: "Verstuur", "Send";
    send_again: "Verstuur opnieuw", "Send again";
    send_change: "Verstuur je wijziging", "Send your change";
    saved: "✓ Opgeslagen", "✓ Saved";
    saved_open:
        "✓ Opgeslagen. Je kunt je antwoord nog wijzigen.",
        "✓ Saved. You can still change your answer.";
    not_saved: "Niet opgeslagen", "Not saved";
    sending: "Bezig met versturen…", "Sending…";
    offline: "Geen verbinding, je antwoord staat klaar", "No connection, your answer is ready to be sent";
    offline_votes: "Geen verbinding, je stem staat klaar", "No connection, your vote is ready to be sent";
    still_open: "Dit kun je nog beantwoorden", "You can still answer this";
    late:
        "We zijn al bij de volgende vraag. Je kunt dit nog versturen.",
        "We are at the next question already. You can still send this.";
    late_ended:
        "De bijeenkomst is afgelopen. Je kunt dit nog versturen.",
        "The session has ended. You can still send this.";
    next_question: "Volgende vraag", "Next question";
    blocked:
        "Je antwoord komt niet aan: iets tussen jou en de server houdt het tegen. Laat het de organisator weten.",
        "Your answer does not arrive: something between you and the server holds it back. Tell the organiser.";
    no_line:
        "Geen verbinding. We proberen het vanzelf opnieuw, je hoeft niets te doen.",
        "No connection. We keep trying by ourselves, you don’t have to do anything.";
    line_on: "Verbonden", "Connected";
    line_off: "Niet verbonden", "Not connected";

    // Around a question.
    time_is_up: "De tijd is om.", "Time is up.";
    countdown: "De tijd loopt: kijk op het scherm.", "The clock is running: look at the screen.";
    final_answer:
        "Na het versturen kun je je antwoord niet meer wijzigen.",
        "After sending you can’t change your answer.";
    fixed:
        "Je antwoord is opgeslagen. Bij deze vraag kun je het niet meer wijzigen.",
        "Your answer is saved. For this question it can’t be changed.";
    closed_counts: "De vraag is gesloten. Je antwoord telt mee.", "The question is closed. Your answer counts.";
    closed_without:
        "De vraag is gesloten. Je hebt hier geen antwoord gegeven.",
        "The question is closed. You gave no answer here.";
    earlier_stays: "Wat je eerder verstuurde, blijft staan.", "What you sent before stays.";
    closed_erased:
        "De organisator heeft je antwoord gewist. Het telt niet mee.",
        "The organiser has erased your answer. It does not count.";
    erased: "gewist door de organisator", "erased by the organiser";
    your_answer: "Je antwoord", "Your answer";
    which_heading: "Waar hoort je antwoord bij?", "What does your answer belong to?";
    you_meant: "Dit wilde je versturen", "This is what you wanted to send";
    results: "Zo antwoordden we", "What we answered";
    results_so_far: "Zo antwoordden we tot nu toe", "What we have answered so far";
    you: "jij", "you";

    // Kinds of questions.
    pick_one: "Kies een antwoord", "Choose one answer";
    other_words: "namelijk…", "please say…";
    your_words: "Je woord of korte zin", "Your word or short phrase";
    skipped: "overgeslagen", "skipped";
    skip_statement: "Sla deze stelling over", "Skip this statement";
    skip_question: "Sla deze vraag over", "Skip this question";
    tap_the_line: "Tik op de lijn, op de plek die bij jou past.", "Tap the line at the place that suits you.";
    no_place_yet: "nog geen plek gekozen", "no place chosen yet";
    halfway: "precies in het midden", "exactly in the middle";

    // Open answers and votes on them.
    you_wrote: "Dit schreef je", "What you wrote";
    others_wrote: "Dit schreven anderen", "What others wrote";
    edit: "Wijzig", "Change";
    save_change: "Bewaar je wijziging", "Save your change";
    all_given: "Je hebt alle antwoorden gegeven die je mag geven.", "You have given all the answers you may give.";
    voting:
        "Er komen geen antwoorden meer bij. Stem nu op wat jij belangrijk vindt.",
        "No more answers are being added. Now vote for what matters to you.";
    nothing_to_vote: "Er zijn nog geen antwoorden van anderen.", "There are no answers from others yet.";
    votes_gone:
        "Je stemmen zijn op. Haal er een weg om op een ander antwoord te stemmen.",
        "Your votes are used up. Take one back to vote for another answer.";
    upvote: "Stem", "Vote";
    upvote_rest: " op dit antwoord", " for this answer";

    // Between questions.
    ready: "Je bent binnen", "You’re in";
    ready_lead:
        "We beginnen zo. De eerste vraag komt vanzelf op deze pagina.",
        "We’ll start shortly. The first question will appear on this page by itself.";
    waiting: "Even wachten op de volgende vraag", "Waiting for the next question";
    waiting_lead:
        "Er is niets mis. Zodra er iets te beantwoorden is, staat het hier.",
        "Nothing is wrong. As soon as there is something to answer, it will be here.";
    follows: "De volgende vraag komt vanzelf op deze pagina.", "The next question will appear on this page by itself.";
    you_are_in:
        "Je doet al mee. Wil iemand naast je ook? Laat deze code zien.",
        "You’re already in. Does somebody next to you want to join? Show them this code.";
    at_address: "Op ", "At ";
    pause: "Pauze", "Break";
    pause_until: "We gaan verder om", "We’ll continue at";
    pause_lasts: "De pauze duurt", "The break lasts";
    pause_open: "We gaan zo verder.", "We’ll continue shortly.";
    leave_open: "Laat deze pagina gerust open staan.", "Feel free to leave this page open.";
    not_playable: "Deze vraag kan peil nog niet spelen.", "peil can’t play this question yet.";
    goes_on: "De presentator gaat zo verder.", "The presenter will continue shortly.";
    you_answered: "Dit antwoordde je tot nu toe", "What you answered so far";
    ended: "Bedankt voor het meedoen", "Thank you for taking part";
    ended_lead:
        "De bijeenkomst is afgelopen. Alles wat je verstuurde, is opgeslagen. Je kunt deze pagina sluiten.",
        "The session has ended. Everything you sent is saved. You can close this page.";
    ended_without:
        "De bijeenkomst is afgelopen. Je kunt deze pagina sluiten.",
        "The session has ended. You can close this page.";
    ended_late: "De bijeenkomst is afgelopen.", "The session has ended.";
    you_gave: "Dit antwoordde je", "What you answered";
    may_close: "Je kunt deze pagina sluiten.", "You can close this page.";
    last:
        "Bedankt voor het meedoen. Je kunt deze pagina sluiten.",
        "Thank you for taking part. You can close this page.";
    go_on: "Verder", "Continue";

    // Notices that are no refusal.
    not_sent:
        "De vraag is gesloten. Wat je had ingevuld, is niet verstuurd.",
        "The question is closed. What you had filled in was not sent.";
    not_sent_before:
        "De vorige vraag is gesloten. Wat je daar had ingevuld, is niet verstuurd.",
        "The question before is closed. What you had filled in there was not sent.";
    not_sent_voting:
        "Er komen geen antwoorden meer bij. Wat je had ingevuld, is niet verstuurd.",
        "No more answers are being added. What you had filled in was not sent.";
    saved_before:
        "✓ Je antwoord op de vorige vraag is opgeslagen.",
        "✓ Your answer to the previous question is saved.";
    gone:
        "Deze bijeenkomst is er niet meer. Staat er een andere code op het scherm? Typ die dan.",
        "This session is gone. Is there another code on the screen? Then type that one.";
    barred:
        "Met deze pagina kun je niet meer meedoen. Laad de pagina opnieuw, of vraag de organisator om hulp.",
        "You can’t take part with this page any more. Load the page again, or ask the organiser for help.";
    new_question: "Nieuwe vraag: ", "New question: ";
    new_round: "Nieuwe ronde: ", "New round: ";
    open_again: "De vraag is weer open: ", "The question is open again: ";
    no_cookie:
        "Je antwoord is nog niet opgeslagen. peil zet één cookie, zodat elke telefoon één keer telt. Sta cookies toe en verstuur opnieuw.",
        "Your answer is not saved yet. peil sets one cookie, so that each phone counts once. Allow cookies and send again.";
    try_again:
        "Het is even te druk. Je antwoord is nog niet opgeslagen. Wacht een paar tellen en verstuur opnieuw.",
        "It is too busy right now. Your answer is not saved yet. Wait a few seconds and send again.";
    too_fast:
        "Je verstuurt te snel achter elkaar. Je antwoord is nog niet opgeslagen. Wacht even en verstuur opnieuw.",
        "You are sending too fast. Your answer is not saved yet. Wait a moment and send again.";
    joined_again:
        "De organisator heeft je uit deze bijeenkomst gehaald. Wat je eerder verstuurde, telt niet mee. Vanaf nu doe je mee als nieuwe deelnemer.",
        "The organiser removed you from this session. What you sent before does not count. From now on you take part as a new participant.";
    removed:
        "De organisator heeft je uit deze bijeenkomst gehaald. Wat je verstuurde, telt niet mee. Laad deze pagina opnieuw om weer mee te doen.",
        "The organiser has removed you from this session. What you sent does not count. Load this page again to take part again.";
    wait:
        "Er komen veel deelnemers tegelijk binnen vanaf dit netwerk. Je antwoord is nog niet opgeslagen. Wacht een paar tellen en verstuur opnieuw.",
        "Many participants are coming in from this network at once. Your answer is not saved yet. Wait a few seconds and send again.";
    cannot_store:
        "De server kan nu niets opslaan, ook je antwoord niet. Laat het de organisator weten en verstuur straks opnieuw.",
        "The server can’t save anything now, so your answer is not saved either. Tell the organiser, and send again later.";
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The same word in both languages.
    const ALIKE: [&str; 2] = ["code", "privacy"];

    #[test]
    fn every_text_is_there_in_both_languages() {
        for (name, nl, en) in EACH {
            assert!(!nl.trim().is_empty() && !en.trim().is_empty(), "{name} is empty");
            assert_eq!(nl == en, ALIKE.contains(name), "{name}: {nl} / {en}");
        }
    }

    #[test]
    fn nobody_is_promised_to_be_anonymous() {
        for (name, nl, en) in EACH {
            let both = format!("{nl} {en}").to_lowercase();
            assert!(!both.contains("anonie") && !both.contains("anonym"), "{name}");
        }
    }
}
