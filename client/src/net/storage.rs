//! What the browser keeps for a page. In private windows, or when it is full, it may refuse: then
//! nothing is kept.

use web_sys::Storage;

/// What was kept under that name.
pub fn load(name: &str) -> Option<String> {
    local()?.get_item(name).ok().flatten()
}

/// Keeps a text.
pub fn keep(name: &str, text: &str) {
    if let Some(storage) = local() {
        let _ = storage.set_item(name, text);
    }
}

/// Whether something happened already in this tab; from now on it did.
pub fn once(name: &str) -> bool {
    let Some(storage) =
        web_sys::window().and_then(|window| window.session_storage().ok().flatten())
    else {
        return true;
    };
    let did = storage.get_item(name).ok().flatten().is_some();
    did || storage.set_item(name, "1").is_err()
}

/// Whether something happened already in this tab.
pub fn did(name: &str) -> bool {
    let storage = web_sys::window().and_then(|window| window.session_storage().ok().flatten());
    storage
        .and_then(|storage| storage.get_item(name).ok().flatten())
        .is_some()
}

fn local() -> Option<Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}
