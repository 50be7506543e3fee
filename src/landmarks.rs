//! Where in a long list to begin to look. A binary search among the two hundred thousand names of a long text touches
//! a dozen places, none of which is in a near cache; a mark for every few positions leaves a handful of neighbours.

/// Distance between two marks, in positions.
const STEP: u32 = 64;

/// How many items of a list that is in order of their positions lie before each multiple of [`STEP`].
#[derive(Debug, Default)]
pub(crate) struct Landmarks {
    before: Vec<u32>,
}

impl Landmarks {
    /// Marks a list by the positions of its items, which ascend.
    pub(crate) fn of(positions: impl Iterator<Item = u32>) -> Self {
        let mut before = Vec::new();
        for (index, position) in (0..).zip(positions) {
            before.resize((position / STEP + 1) as usize, index);
        }
        Self { before }
    }

    /// Of the items marked, how many `is_before` holds for: those whose position is less than `at`, or also those at it.
    pub(crate) fn partition_point<T>(
        &self,
        items: &[T],
        at: u32,
        is_before: impl FnMut(&T) -> bool,
    ) -> usize {
        let mark = |place: usize| self.before.get(place).map_or(items.len(), |&count| count as usize);
        let place = (at / STEP) as usize;
        let (from, to) = (mark(place), mark(place + 1));
        from + items.get(from..to).unwrap_or_default().partition_point(is_before)
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn finds_what_a_search_of_the_whole_list_finds(
            mut positions in prop::collection::vec(0_u32..2000, 0..200),
            at in 0_u32..2200,
        ) {
            positions.sort_unstable();
            let marks = Landmarks::of(positions.iter().copied());
            let less = marks.partition_point(&positions, at, |&position| position < at);
            prop_assert_eq!(less, positions.partition_point(|&position| position < at));
            let up_to = marks.partition_point(&positions, at, |&position| position <= at);
            prop_assert_eq!(up_to, positions.partition_point(|&position| position <= at));
        }
    }
}
