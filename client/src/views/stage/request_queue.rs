//! What a host's page has asked of its room and is not done with: one after the other, so that what
//! is pressed quickly rests on what was pressed before it, and not on what the page still shows.
//!
//! Pure: it decides what is sent next; `net::host::requests` sends it.

use std::collections::VecDeque;

use shared::control::Control;
use shared::ids::ControlNumber;

use super::host_request::HostRequest;

/// Where the room was after a request, as the answer to it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AnsweredAt {
    pub seq: u64,
    pub controls: ControlNumber,
}

/// Requests in the order in which they were asked, each with who is called back.
#[derive(Debug)]
pub struct RequestQueue<T> {
    waiting: VecDeque<Waiting<T>>,
    /// Who is called back once the one is answered that is on its way.
    sent: Option<T>,
    /// The control asked last, as it was asked.
    last: Option<Control>,
    /// What came of the newest request that was done, since the page was last in step.
    done: Option<AnsweredAt>,
    /// The sequence that the page shows: a view may show what a request did before that is
    /// answered.
    shown: u64,
}

#[derive(Debug)]
struct Waiting<T> {
    request: HostRequest,
    callback: T,
    /// Whether it was asked before the page showed what came of the one before.
    rests_on_former: bool,
}

impl<T> Default for RequestQueue<T> {
    fn default() -> Self {
        Self {
            waiting: VecDeque::new(),
            sent: None,
            last: None,
            done: None,
            shown: 0,
        }
    }
}

impl<T> RequestQueue<T> {
    /// Takes a request. A control that was pressed already, and whose effect the page does not show
    /// yet, is a second press of the same: it is left out.
    pub fn push(&mut self, request: HostRequest, callback: T) {
        let rests_on_former = self.is_ahead();
        if !rests_on_former {
            self.done = None;
        }
        if let HostRequest::Control(control) = &request {
            let again = self.last.as_ref().is_some_and(|last| same(last, control));
            if again && control.after.is_some() && rests_on_former {
                return;
            }
            self.last = Some(control.clone());
        }
        self.waiting.push_back(Waiting {
            request,
            callback,
            rests_on_former,
        });
    }

    /// What to send now; nothing while something is on its way.
    pub fn next_to_send(&mut self) -> Option<HostRequest> {
        if self.sent.is_some() {
            return None;
        }
        let next = self.waiting.pop_front()?;
        self.sent = Some(next.callback);
        let done = self.done.filter(|_| next.rests_on_former);
        Some(match (next.request, done) {
            (HostRequest::Control(control), Some(done)) => HostRequest::Control(Control {
                after: control.after.map(|after| after.max(done.controls)),
                ..control
            }),
            (request, _) => request,
        })
    }

    /// The one that was on its way is answered, and the room was there after it; gives who is
    /// called back.
    pub fn answered(&mut self, at: Option<AnsweredAt>) -> Option<T> {
        self.done = at.or(self.done);
        self.sent.take()
    }

    /// The room could not be reached: what waits is not done later, when nobody expects it any
    /// more. Gives who is called back.
    pub fn give_up(&mut self) -> Vec<T> {
        let waiting = self.waiting.drain(..).map(|waiting| waiting.callback);
        self.sent.take().into_iter().chain(waiting).collect()
    }

    /// The page shows the room as it was at this sequence.
    pub fn shows(&mut self, seq: u64) {
        self.shown = seq;
    }

    /// Whether something was asked that the page does not show yet.
    fn is_ahead(&self) -> bool {
        self.sent.is_some()
            || !self.waiting.is_empty()
            || self.done.is_some_and(|done| done.seq > self.shown)
    }
}

/// Whether two controls do the same, whatever their senders saw.
fn same(one: &Control, other: &Control) -> bool {
    let bare = |control: &Control| Control {
        after: None,
        ..control.clone()
    };
    bare(one) == bare(other)
}

#[cfg(test)]
mod tests {
    use shared::control::ControlAction;

    use super::*;

    const NEXT: ControlAction = ControlAction::Next;
    const CLOSE: ControlAction = ControlAction::Close;

    fn saw(action: ControlAction, controls: ControlNumber) -> HostRequest {
        HostRequest::to(action).after(controls)
    }

    fn at(seq: u64, controls: ControlNumber) -> Option<AnsweredAt> {
        Some(AnsweredAt { seq, controls })
    }

    #[test]
    fn a_press_right_after_another_rests_on_that_one() {
        let mut queue = RequestQueue::default();
        queue.push(saw(NEXT, 3), "next");
        assert_eq!(queue.next_to_send(), Some(saw(NEXT, 3)));
        queue.push(saw(CLOSE, 3), "close");
        assert_eq!(queue.next_to_send(), None, "one is on its way");
        assert_eq!(queue.answered(at(20, 4)), Some("next"));
        assert_eq!(queue.next_to_send(), Some(saw(CLOSE, 4)));
        queue.answered(at(21, 5));
        // Until the page shows it, what is pressed was pressed on what came of that.
        queue.shows(20);
        queue.push(saw(ControlAction::Open, 4), "open");
        assert_eq!(queue.next_to_send(), Some(saw(ControlAction::Open, 5)));
    }

    #[test]
    fn a_second_press_of_the_same_is_none_until_the_page_shows_the_first() {
        let mut queue = RequestQueue::default();
        queue.push(saw(NEXT, 3), 1);
        queue.push(saw(NEXT, 3), 2);
        assert_eq!(queue.next_to_send(), Some(saw(NEXT, 3)));
        queue.push(saw(NEXT, 3), 3);
        queue.answered(at(20, 4));
        queue.push(saw(NEXT, 3), 4);
        assert_eq!(queue.next_to_send(), None);
        queue.shows(20);
        queue.push(saw(NEXT, 4), 5);
        assert_eq!(queue.next_to_send(), Some(saw(NEXT, 4)));
    }

    #[test]
    fn a_page_that_shows_it_before_the_answer_comes_may_press_again() {
        let mut queue = RequestQueue::default();
        queue.push(saw(NEXT, 3), 1);
        queue.next_to_send();
        queue.push(saw(CLOSE, 3), 2);
        queue.shows(20);
        queue.answered(at(20, 4));
        assert_eq!(
            queue.next_to_send(),
            Some(saw(CLOSE, 4)),
            "it was pressed before"
        );
        queue.shows(21);
        queue.answered(at(21, 5));
        queue.push(saw(NEXT, 5), 3);
        assert_eq!(queue.next_to_send(), Some(saw(NEXT, 5)));
    }

    #[test]
    fn what_somebody_else_did_meanwhile_is_never_passed_over() {
        let mut queue = RequestQueue::default();
        queue.push(saw(NEXT, 3), 1);
        queue.push(saw(CLOSE, 3), 2);
        queue.next_to_send();
        assert_eq!(queue.answered(None), Some(1), "refused");
        assert_eq!(
            queue.next_to_send(),
            Some(saw(CLOSE, 3)),
            "as it was pressed"
        );
        queue.answered(at(20, 9));
        queue.shows(24);
        queue.push(saw(NEXT, 12), 3);
        assert_eq!(queue.next_to_send(), Some(saw(NEXT, 12)));
    }

    #[test]
    fn nothing_is_done_later_that_was_pressed_while_the_room_was_out_of_reach() {
        let mut queue = RequestQueue::default();
        queue.push(saw(NEXT, 3), 1);
        queue.push(saw(CLOSE, 3), 2);
        queue.next_to_send();
        assert_eq!(queue.give_up(), [1, 2]);
        assert_eq!(queue.next_to_send(), None);
        queue.push(saw(NEXT, 3), 3);
        assert_eq!(
            queue.next_to_send(),
            Some(saw(NEXT, 3)),
            "the same may be tried again"
        );
    }

    #[test]
    fn what_is_no_control_goes_as_often_as_it_is_pressed() {
        let mut queue = RequestQueue::default();
        let ten =
            || serde_json::from_str(r#"{"do":"trial","votes":10}"#).map(HostRequest::Adjustment);
        for callback in 1..=3 {
            queue.push(ten().unwrap(), callback);
        }
        for callback in 1..=3 {
            assert_eq!(queue.next_to_send(), Some(ten().unwrap()));
            assert_eq!(queue.answered(at(20, 4)), Some(callback));
        }
    }
}
