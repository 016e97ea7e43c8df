//! x
/// x
pub fn html(markdown: &str) -> String {
    markdown.to_owned()
}
