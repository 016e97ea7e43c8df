//! Refusals in people's languages: what happened, and what to do.

use shared::refusal::Refusal;

use crate::language::Language::{self, En, Nl};

/// The sentence for a refusal.
pub fn refusal(language: Language, refusal: &Refusal) -> String {
    match language {
        Nl => dutch(refusal),
        En => english(refusal),
    }
}

fn dutch(refusal: &Refusal) -> String {
    match refusal {
        Refusal::Closed => "De vraag is gesloten. Je antwoord kwam te laat en telt niet mee.".into(),
        Refusal::Voting => "Er kan geen antwoord meer bij. Je kunt nu stemmen op de antwoorden die er zijn.".into(),
        Refusal::StaleRound { .. } => {
            "De vraag is opnieuw begonnen. Kijk of je antwoord nog klopt en verstuur het opnieuw.".into()
        }
        Refusal::Superseded => {
            "Je hebt deze vraag ook op een andere plek beantwoord. Kijk welk antwoord je wilt en verstuur dat opnieuw."
                .into()
        }
        Refusal::Erased => "De organisator heeft dit antwoord gewist. Je kunt het niet nog eens versturen.".into(),
        Refusal::Unchangeable => {
            "Bij deze vraag kun je een antwoord niet wijzigen. Je eerste antwoord blijft staan.".into()
        }
        Refusal::TooLong { limit } => {
            format!("Dit is te lang: er passen {limit} tekens in. Maak het korter en verstuur opnieuw.")
        }
        Refusal::TooMany { limit: 1 } => {
            "Dit zijn er te veel: je mag er 1 geven. Haal de rest weg en verstuur opnieuw.".into()
        }
        Refusal::TooMany { limit } => {
            format!("Dit zijn er te veel: je mag er hoogstens {limit} geven. Haal er een paar weg en verstuur opnieuw.")
        }
        Refusal::TooFew { limit } => {
            format!("Dit zijn er te weinig: het moeten er minstens {limit} zijn. Kies er meer en verstuur opnieuw.")
        }
        Refusal::Empty => "Je hebt nog niets ingevuld. Geef een antwoord en verstuur opnieuw.".into(),
        Refusal::WrongKind => "Dit antwoord past niet bij de vraag. Vul het opnieuw in en verstuur het.".into(),
        Refusal::OutOfRange => {
            "Dit antwoord staat niet in de lijst. Kies een van de mogelijkheden en verstuur opnieuw.".into()
        }
        Refusal::UnknownQuestion => "Deze vraag is er niet in deze bijeenkomst. Ga verder met de vraag van nu.".into(),
        Refusal::UnknownAnswer => "Dit antwoord is er niet meer. Kies een ander antwoord.".into(),
        Refusal::OwnAnswer => "Dit is je eigen antwoord. Stem op een antwoord van iemand anders.".into(),
        Refusal::NoVotesLeft { limit: 1 } => {
            "Je hebt je stem al gegeven. Haal hem weg om op een ander antwoord te stemmen.".into()
        }
        Refusal::NoVotesLeft { limit } => {
            format!("Je {limit} stemmen zijn op. Haal er een weg om op een ander antwoord te stemmen.")
        }
        Refusal::NoVoting => "Bij deze vraag kun je niet stemmen op antwoorden. Ga verder met de vraag van nu.".into(),
        Refusal::BadKey => "Er klopte iets niet in het formulier. Verstuur je antwoord opnieuw.".into(),
        Refusal::NotPlayable => "Deze vraag kan peil nog niet spelen. Wacht op de volgende vraag.".into(),
        Refusal::Full => {
            "De bijeenkomst zit vol: er kan niets meer bij, ook je antwoord niet. Laat het de organisator weten.".into()
        }
        Refusal::DoorClosed => {
            "De deur is dicht: er kan niemand meer bij, ook je antwoord niet. Vraag de organisator om je binnen te laten.".into()
        }
        Refusal::Ended => "De bijeenkomst is afgelopen. Er kan geen antwoord meer bij.".into(),
        Refusal::Moved => "Iemand anders deed net ook iets. Kijk hoe het nu staat en doe het dan opnieuw.".into(),
        Refusal::UnknownRound => "Die ronde is er niet geweest. Kies een ronde die er wel was.".into(),
        Refusal::NothingToUndo => "Er is niets om terug te zetten. Ga verder vanaf hier.".into(),
        Refusal::NotResumable => {
            "Deze bijeenkomst kan niet verder: dat kan alleen tot 24 uur na het einde. Start een nieuwe.".into()
        }
        Refusal::AtEnd => "Dit is de laatste dia. Ga terug, of sluit de bijeenkomst af.".into(),
        Refusal::AtStart => "Dit is de eerste dia. Ga verder met de volgende.".into(),
        Refusal::UnknownSlide => "Deze dia is er niet. Kies een dia uit de lijst.".into(),
        Refusal::NotAQuestion => "Dit kan alleen bij een vraag. Ga eerst naar een dia met een vraag.".into(),
        Refusal::Itself => "Dit telt al mee als hetzelfde. Kies een ander om mee samen te voegen.".into(),
        Refusal::Removed => {
            "De organisator heeft je uit deze bijeenkomst gehaald. Wat je verstuurde, telt niet mee. Laad de pagina opnieuw om weer mee te doen."
                .into()
        }
    }
}

fn english(refusal: &Refusal) -> String {
    match refusal {
        Refusal::Closed => "The question is closed. Your answer came too late and does not count.".into(),
        Refusal::Voting => "No more answers can be added. You can now vote for the answers that are there.".into(),
        Refusal::StaleRound { .. } => {
            "The question has been started again. Check whether your answer is still right and send it again.".into()
        }
        Refusal::Superseded => {
            "You answered this question somewhere else too. Choose the answer that you want and send it again.".into()
        }
        Refusal::Erased => "The organiser has erased this answer. You can’t send it again.".into(),
        Refusal::Unchangeable => "Answers to this question can’t be changed. Your first answer stays.".into(),
        Refusal::TooLong { limit } => {
            format!("This is too long: {limit} characters fit. Make it shorter and send again.")
        }
        Refusal::TooMany { limit: 1 } => {
            "This is too many: you may give 1. Take away the rest and send again.".into()
        }
        Refusal::TooMany { limit } => {
            format!("This is too many: you may give {limit} at most. Take some away and send again.")
        }
        Refusal::TooFew { limit } => {
            format!("This is too few: it takes at least {limit}. Choose more and send again.")
        }
        Refusal::Empty => "You haven’t filled in anything yet. Give an answer and send again.".into(),
        Refusal::WrongKind => "This answer does not fit the question. Fill it in again and send it.".into(),
        Refusal::OutOfRange => "This answer is not on the list. Choose one of those and send again.".into(),
        Refusal::UnknownQuestion => "There is no such question in this session. Continue with the current question.".into(),
        Refusal::UnknownAnswer => "This answer is gone. Choose another one.".into(),
        Refusal::OwnAnswer => "This is your own answer. Vote for somebody else’s.".into(),
        Refusal::NoVotesLeft { limit: 1 } => {
            "You have given your vote already. Take it back to vote for another answer.".into()
        }
        Refusal::NoVotesLeft { limit } => {
            format!("Your {limit} votes are used up. Take one back to vote for another answer.")
        }
        Refusal::NoVoting => "You can’t vote on answers to this question. Continue with the current question.".into(),
        Refusal::BadKey => "Something in the form was not right. Send your answer again.".into(),
        Refusal::NotPlayable => "peil can’t play this question yet. Wait for the next one.".into(),
        Refusal::Full => {
            "The session is full: nothing more can be added, so your answer is not saved. Tell the organiser.".into()
        }
        Refusal::DoorClosed => {
            "The door is closed: nobody can join any more, so your answer is not saved. Ask the organiser to let you in.".into()
        }
        Refusal::Ended => "The session has ended. No more answers can be added.".into(),
        Refusal::Moved => "Somebody else did something just now. See how it stands and then do it again.".into(),
        Refusal::UnknownRound => "There has been no such round. Choose one that there has been.".into(),
        Refusal::NothingToUndo => "There is nothing to take back. Continue from here.".into(),
        Refusal::NotResumable => {
            "This session can’t continue: that is possible only until 24 hours after its end. Start a new one.".into()
        }
        Refusal::AtEnd => "This is the last slide. Go back, or end the session.".into(),
        Refusal::AtStart => "This is the first slide. Continue with the next one.".into(),
        Refusal::UnknownSlide => "There is no such slide. Choose one from the list.".into(),
        Refusal::NotAQuestion => "This works only with a question. First go to a slide with a question.".into(),
        Refusal::Itself => "These count as the same already. Choose another one to merge it with.".into(),
        Refusal::Removed => {
            "The organiser has removed you from this session. What you sent does not count. Load the page again to take part again."
                .into()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_refusal_is_said_in_both_languages() {
        for each in crate::texts::golden::phone::refusals() {
            let (nl, en) = (refusal(Nl, &each), refusal(En, &each));
            assert_ne!(nl, en, "{each:?}");
            for sentence in [nl, en] {
                assert!(sentence.ends_with('.') && sentence.len() > 20, "{each:?}: {sentence}");
            }
        }
    }

    #[test]
    fn a_limit_is_named() {
        assert!(refusal(Nl, &Refusal::TooLong { limit: 25 }).contains("25"));
        assert!(refusal(En, &Refusal::NoVotesLeft { limit: 3 }).contains('3'));
    }
}
