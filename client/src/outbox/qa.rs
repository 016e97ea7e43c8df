//! The questions to the speakers on one phone: what is typed, and an order that stays while
//! somebody reads.

use shared::event::QA;

use super::PhoneState;

impl PhoneState {
    /// Puts what was typed for the speakers among the drafts of the page.
    pub(super) fn add_qa_draft(&self, drafts: &mut Vec<Vec<(String, String)>>) {
        for draft in &self.kept.drafts {
            if draft.question.as_str() == QA {
                drafts.push(draft.fields.clone());
            }
        }
    }

    /// Puts the list in order as it is now.
    pub(super) fn renew_qa(&mut self) {
        self.qa_order = self.page.qa_order(self.now.unwrap_or(self.page.now));
    }
}
