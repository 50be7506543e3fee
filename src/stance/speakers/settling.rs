//! Which speakers stay, once every record and every position is known.

use crate::stance::Findings;

/// Leaves out who says nothing and holds nothing, and numbers the others anew.
#[inline(never)]
pub(in crate::stance) fn settle(findings: &mut Findings) {
    /// A number that no speaker has.
    const NOBODY: u32 = u32::MAX;
    let mut ids = vec![NOBODY; findings.speakers.len()];
    // First who is meant, then by which number.
    for last in [false, true] {
        for said in &mut findings.attributions {
            see(&mut said.speaker, &mut ids, last);
        }
        for held in &mut findings.stances {
            see(&mut held.holder, &mut ids, last);
        }
        if last {
            return;
        }
        let mut next = 0;
        findings.speakers.retain_mut(|speaker| {
            let new = ids.get_mut(speaker.id as usize).filter(|new| **new != NOBODY);
            let kept = new.is_some();
            if let Some(new) = new {
                *new = next;
                speaker.id = next;
                next += 1;
            }
            kept
        });
    }
}

/// Notes that somebody is meant, or at last by which number.
#[inline(never)]
fn see(id: &mut Option<u32>, ids: &mut [u32], last: bool) {
    if let Some(id) = id
        && let Some(new) = ids.get_mut(*id as usize)
    {
        if last {
            *id = *new;
        } else {
            *new = 0;
        }
    }
}
