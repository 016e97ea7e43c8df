//! Many phones behind one address, each doing the same at the same moment.

use std::sync::Barrier;
use std::thread;

use crate::{Peil, Phone};

/// A number of phones, each on a thread of its own when it acts.
pub struct Crowd {
    /// The phones.
    pub phones: Vec<Phone>,
}

impl Crowd {
    /// `size` phones that have not opened anything yet.
    pub fn of(size: usize, peil: &Peil) -> Self {
        Self {
            phones: (1..=size)
                .map(|number| peil.phone(&format!("phone {number}")))
                .collect(),
        }
    }

    /// Everybody does `act`, starting at the same moment; what each brings home, in order.
    pub fn does<T: Send>(&mut self, act: impl Fn(usize, &mut Phone) -> T + Sync) -> Vec<T> {
        let together = Barrier::new(self.phones.len());
        let (act, together) = (&act, &together);
        let acts = self.phones.iter_mut().enumerate().map(|(number, phone)| {
            move || {
                together.wait();
                act(number, phone)
            }
        });
        at_once(acts)
    }
}

/// Runs every act on a thread of its own and gives what they bring home, in order.
pub fn at_once<T: Send>(acts: impl IntoIterator<Item = impl FnOnce() -> T + Send>) -> Vec<T> {
    thread::scope(|scope| {
        let threads: Vec<_> = acts.into_iter().map(|act| scope.spawn(act)).collect();
        threads
            .into_iter()
            .map(|thread| thread.join().expect("nobody in the crowd fails"))
            .collect()
    })
}
