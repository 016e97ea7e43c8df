//! One view to everybody who sees the same: the same bytes, one socket after the other. There is no
//! task that waits for views; a loop begins when there is one and ends when all have had the
//! newest.
//!
//! One loop at a time writes to a set: what all phones of a room may get in a second is well within
//! what one can write, and several beside each other were no cheaper on a machine of two cores.

use std::sync::Arc;

use super::socket_writer::EncodedView;
use super::subscribers::SubscriberSet;

impl SubscriberSet {
    /// Shows a view to everybody; done when everybody has it, or keeps it for when they can take
    /// it.
    pub async fn broadcast(&self, encoded: &EncodedView) {
        if self.takes_up(encoded) {
            self.write().await;
        }
    }

    /// Shows a view to everybody, beside the caller.
    pub fn begin_showing(self: &Arc<Self>, encoded: &EncodedView) {
        if self.takes_up(encoded) {
            let subscribers = self.clone();
            tokio::spawn(async move { subscribers.write().await });
        }
    }

    /// Takes a view for the newest; whether a loop has to begin.
    fn takes_up(&self, encoded: &EncodedView) -> bool {
        let mut inner = self.locked();
        if inner
            .newest
            .as_ref()
            .is_some_and(|newest| newest.version >= encoded.version)
        {
            return false;
        }
        inner.newest = Some(encoded.clone());
        let begins = !inner.writing && !inner.is_empty();
        inner.writing |= begins;
        begins
    }

    async fn write(&self) {
        let mut version = 0;
        while let Some(encoded) = self.newer_than(version) {
            version = encoded.version;
            self.visit(|writer| writer.offer_view(&encoded)).await;
        }
    }

    /// The newest view, or the end of the loop.
    fn newer_than(&self, version: u64) -> Option<EncodedView> {
        let mut inner = self.locked();
        let newer = inner
            .newest
            .clone()
            .filter(|newest| newest.version > version);
        inner.writing = newer.is_some();
        newer
    }
}
