//! What somebody reads who is not signed in.

use crate::language::Language;
pub use crate::messages::sign_in::SignInTexts;
use crate::model::sign_in::Why;

/// Why somebody is not signed in.
pub fn why(language: Language, why: Why) -> &'static str {
    let say = SignInTexts::of(language);
    match why {
        Why::Needed => say.why_needed,
        Why::HostLinkOver => say.why_host_link_over,
        Why::LinkUnknown => say.why_link_unknown,
        Why::LinkUsed => say.why_link_used,
        Why::LinkOver => say.why_link_over,
        Why::LinkEarlier => say.why_link_earlier,
    }
}
