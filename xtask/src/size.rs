//! `size`: what a reader downloads, as it lies on the disk and as servers compress it.

use crate::command::{Outcome, program, root, run};
use crate::package;

/// Prints the bytes of the WebAssembly and of every module, raw, gzipped and with Brotli.
pub fn size() -> Outcome {
    package::build()?;
    report()
}

/// The same for a package that was just built. Node brings both compressors.
pub fn report() -> Outcome {
    run(program("node").arg(root().join("xtask/size.mjs")).arg(root().join("pkg")))
}
