//! Signs looked for in a text byte by byte, where most bytes are none.

/// Where the first byte for which `is_sign` holds stands.
#[inline]
pub(crate) fn find(bytes: &[u8], is_sign: impl Fn(u8) -> bool) -> Option<usize> {
    // All bytes of a chunk are asked at once, which the processor does for sixteen together; most have none.
    let (chunks, _) = bytes.as_chunks::<32>();
    let without = |chunk: &&[u8; 32]| !chunk.iter().fold(false, |any, &byte| any | is_sign(byte));
    let from = chunks.iter().take_while(without).count() * 32;
    let ahead = bytes.get(from..)?.iter().position(|&byte| is_sign(byte))?;
    Some(from + ahead)
}
