//! How a kind's folder gets at what is its own: what it asks for is there, or is nothing where it
//! is of another kind. Whoever decides by the kind matches instead, and leaves none out.

/// What is of one kind, as that kind's own type; nothing of any other.
macro_rules! of_one_kind {
    ($type:ident { $($visible:vis $name:ident: $variant:ident($of:ty),)* }) => {
        impl $type {$(
            /// What there is of that kind.
            $visible fn $name(&self) -> Option<&$of> {
                match self {
                    Self::$variant(of) => Some(of),
                    _ => None,
                }
            }
        )*}
    };
}

/// What is in an answer of one kind; nothing of an answer to another one.
macro_rules! contents {
    ($($name:ident: $variant:ident { $($field:ident),* } as $of:ty,)*) => {
        impl Answer {$(
            pub(super) fn $name(&self) -> Option<$of> {
                match self {
                    Self::$variant { $($field),* } => Some(($($field),*)),
                    _ => None,
                }
            }
        )*}
    };
}
pub(super) use {contents, of_one_kind};
