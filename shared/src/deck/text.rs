//! Short texts, whatever they are of: quoted, compared, made into ids.

pub(crate) mod emoji;
pub(crate) mod instead;
pub(crate) mod nearest;
pub(crate) mod plain;
pub(crate) mod slug;
pub(crate) mod undressed;
