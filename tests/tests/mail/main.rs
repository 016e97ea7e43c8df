//! Mail to those who asked for the report, against a real mail server (aiosmtpd) that breaks where
//! it is told to. Whatever breaks, no address is sent a mail twice that nobody asked for, and none
//! is lost without a word. Run by `cargo xtask test`, which installs the server.

mod afterwards;
mod breaking;
mod desk;
mod killing;
mod sending;
mod sink;
mod unsubscribing;

/// The password of the server that wants one.
pub const PASSWORD: &str = "een geheim: ja";
