//! Pages and their forms, for people: what a page shows is read here, what a form asks for is done
//! by [`crate::service`], and what was refused is said on a page. Programs have [`super::api`].

pub mod after_page;
pub mod by_hand;
pub mod desk;
pub mod host;
mod host_state;
pub mod language;
pub mod moderate;
mod moderated_list;
mod paging;
pub mod participant;
pub mod privacy;
pub mod questions;
pub mod quick_question;
mod return_page;
pub mod screens;
pub mod sign_in;
pub mod tablets;
pub mod unsubscribe;

mod host_form;
