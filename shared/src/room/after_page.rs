//! Where people read afterwards what came out of the room. The page itself is no part of it: phones
//! are told of it, and what stays open after the end does so until the page closes.

use crate::after_page::AfterPageLink;
use crate::ids::Millis;
use crate::limits::EVALUATION_MS;
use crate::refusal::Refusal;
use crate::room::Room;
use crate::room::idempotency::{Decision, repeat_if};

impl Room {
    pub(super) fn decide_after_page(
        &self,
        page: Option<&AfterPageLink>,
    ) -> Result<Decision, Refusal> {
        Ok(repeat_if(self.after_page.as_ref() == page))
    }

    pub(super) fn set_after_page(&mut self, page: Option<AfterPageLink>) {
        self.after_page = page;
        if let Some(ended_at) = self.ended_at() {
            let until = self.evaluated_until(ended_at);
            self.evaluate_until(until);
        }
    }

    /// Until when what stays open takes answers, in a room that ended then.
    pub(super) fn evaluated_until(&self, ended_at: Millis) -> Millis {
        match &self.after_page {
            Some(page) => page.until,
            None => ended_at.saturating_add(EVALUATION_MS),
        }
    }

    /// The page, once the room has ended and as long as it is open.
    pub fn after_page(&self, now: Millis) -> Option<&AfterPageLink> {
        let page = self.after_page.as_ref().filter(|_| self.has_ended());
        page.filter(|page| now < page.until)
    }
}
