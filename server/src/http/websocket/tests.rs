//! A socket's task without a socket: what it reads, byte by byte, and what it does when the other
//! side is slow, stuck or gone.

mod checkup;
mod page;
mod rules;
