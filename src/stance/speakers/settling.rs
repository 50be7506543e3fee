//! Which speakers stay, once every record and every position is known: each name once, and nobody whom none of them
//! means.

use std::mem::take;

use crate::analysis::Speaker;
use crate::collections::{Named, sort_by_number};
use crate::stance::Findings;

/// Makes one speaker of those with the same name ("Nora Bell" in the headline and in the text), leaves out those who say
/// nothing and hold nothing, and numbers the others anew.
#[inline(never)]
pub(in crate::stance) fn settle(findings: &mut Findings) {
    let Findings { speakers, attributions, stances } = findings;
    let said = attributions.iter_mut().filter_map(|attribution| attribution.speaker.as_mut());
    let held = stances.iter_mut().filter_map(|stance| stance.holder.as_mut());
    let mut meant: Vec<&mut u32> = said.chain(held).collect();
    let mut first_of = Named::default();
    let mut ids: Vec<u32> =
        speakers.iter().map(|speaker| *first_of.entry(speaker.name.clone()).or_insert(speaker.id)).collect();
    let mut is_meant = vec![false; speakers.len()];
    for id in &mut meant {
        **id = ids[**id as usize];
        is_meant[**id as usize] = true;
    }
    let mut kept: Vec<Speaker> = Vec::with_capacity(speakers.len());
    for (index, speaker) in take(speakers).into_iter().enumerate() {
        let first = ids[index] as usize;
        if !is_meant[first] {
            continue;
        }
        if first == index {
            ids[index] = kept.len() as u32;
            kept.push(Speaker { id: ids[index], ..speaker });
        } else if let Some(same) = kept.get_mut(ids[first] as usize) {
            same.mentions.extend(speaker.mentions);
        }
    }
    for speaker in &mut kept {
        sort_by_number(&mut speaker.mentions, |mention| mention.number());
        speaker.mentions.dedup();
    }
    for id in meant {
        *id = ids[*id as usize];
    }
    *speakers = kept;
}
