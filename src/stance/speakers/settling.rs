//! Which speakers stay, once every record and every position is known.

use crate::stance::Findings;

/// Leaves out who says nothing and holds nothing, and numbers the others anew.
#[inline(never)]
pub(in crate::stance) fn settle(findings: &mut Findings) {
    const NOBODY: u32 = u32::MAX;
    let mut ids = vec![NOBODY; findings.speakers.len()];
    each_meant(findings, &mut |id| {
        if let Some(new) = ids.get_mut(*id as usize) {
            *new = 0;
        }
    });
    let mut next = 0;
    findings.speakers.retain_mut(|speaker| {
        let Some(new) = ids.get_mut(speaker.id as usize).filter(|new| **new != NOBODY) else { return false };
        *new = next;
        speaker.id = next;
        next += 1;
        true
    });
    each_meant(findings, &mut |id| *id = ids.get(*id as usize).copied().unwrap_or_default());
}

/// The number of a speaker wherever one is meant.
#[inline(never)]
fn each_meant(findings: &mut Findings, see: &mut dyn FnMut(&mut u32)) {
    findings.attributions.iter_mut().filter_map(|said| said.speaker.as_mut()).for_each(&mut *see);
    findings.stances.iter_mut().filter_map(|held| held.holder.as_mut()).for_each(see);
}
