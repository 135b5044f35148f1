//! Circles among steps: which places lead back to themselves.

/// For each of `count` places the circle it stands in (places of one circle share a mark), `None` where its steps never
/// lead back to it. Places that several linked circles share stand in one.
///
/// Two depth-first walks (Kosaraju), one along the steps and one against them, without recursion.
pub(crate) fn circles(count: usize, steps: impl Iterator<Item = (usize, usize)>) -> Vec<Option<usize>> {
    let mut along = vec![Vec::new(); count];
    let mut against = vec![Vec::new(); count];
    for (old, new) in steps {
        if let (Some(onward), Some(back)) = (along.get_mut(old), against.get_mut(new)) {
            onward.push(new);
            back.push(old);
        }
    }
    let mut seen = vec![false; count];
    let mut finished = Vec::with_capacity(count);
    for start in 0..count {
        walk(start, &along, &mut seen, &mut finished);
    }
    let mut seen = vec![false; count];
    let mut circle = vec![None; count];
    for &start in finished.iter().rev() {
        let mut members = Vec::new();
        walk(start, &against, &mut seen, &mut members);
        if members.len() > 1 {
            for member in members {
                if let Some(mark) = circle.get_mut(member) {
                    *mark = Some(start);
                }
            }
        }
    }
    circle
}

/// Walks depth-first from a place over places not yet seen, and appends each once all that follows it is done.
fn walk(start: usize, next: &[Vec<usize>], seen: &mut [bool], finished: &mut Vec<usize>) {
    let mut path = vec![(start, 0)];
    if !first_visit(seen, start) {
        return;
    }
    while let Some((place, tried)) = path.last_mut() {
        let onward = next.get(*place).and_then(|places| places.get(*tried)).copied();
        *tried += 1;
        match onward {
            Some(onward) if first_visit(seen, onward) => path.push((onward, 0)),
            Some(_) => {}
            None => {
                finished.push(*place);
                path.pop();
            }
        }
    }
}

/// Marks the place as seen, and says whether it was not before.
fn first_visit(seen: &mut [bool], place: usize) -> bool {
    seen.get_mut(place).is_some_and(|seen| !core::mem::replace(seen, true))
}

#[cfg(test)]
mod tests {
    use super::circles;

    #[test]
    fn a_straight_chain_has_no_circle() {
        assert_eq!(circles(3, [(0, 1), (1, 2)].into_iter()), [None, None, None]);
    }

    #[test]
    fn a_branch_that_meets_again_is_no_circle() {
        assert_eq!(circles(4, [(0, 1), (0, 2), (1, 3), (2, 3)].into_iter()), [None; 4]);
    }

    #[test]
    fn numbers_before_and_after_a_circle_stand_outside_it() {
        let found = circles(5, [(0, 1), (1, 2), (2, 3), (3, 1), (3, 4)].into_iter());
        assert_eq!(found.iter().map(Option::is_some).collect::<Vec<_>>(), [false, true, true, true, false]);
        assert!(found[1] == found[2] && found[2] == found[3]);
    }

    #[test]
    fn two_circles_have_two_marks() {
        let found = circles(4, [(0, 1), (1, 0), (1, 2), (2, 3), (3, 2)].into_iter());
        assert!(found.iter().all(Option::is_some));
        assert_eq!((found[0], found[2]), (found[1], found[3]));
        assert_ne!(found[0], found[2]);
    }
}
