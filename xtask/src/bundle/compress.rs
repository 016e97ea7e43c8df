//! Brotli and gzip, at the strength that the moment allows.

use super::Effort;
use anyhow::Result;
use std::io::Write;

/// The largest window that every browser takes: 4 MiB, as a power of two.
const BROTLI_WINDOW: u32 = 22;

pub fn brotli(bytes: &[u8], effort: Effort) -> Result<Vec<u8>> {
    let quality = match effort {
        Effort::Quick => 5,
        Effort::Small => 11,
    };
    let mut packed = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut packed, 1 << 16, quality, BROTLI_WINDOW);
    writer.write_all(bytes)?;
    drop(writer);
    Ok(packed)
}

pub fn gzip(bytes: &[u8], effort: Effort) -> Result<Vec<u8>> {
    let level = match effort {
        Effort::Quick => flate2::Compression::fast(),
        Effort::Small => flate2::Compression::best(),
    };
    let mut writer = flate2::write::GzEncoder::new(Vec::new(), level);
    writer.write_all(bytes)?;
    Ok(writer.finish()?)
}
