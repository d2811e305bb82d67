//! The Aho-Corasick automaton that Debian packages, for C++.
//! bench/speed/automaton_set.h is its other half.

use aho_corasick::{AhoCorasick, AhoCorasickBuilder};
use std::os::raw::c_void;
use std::slice::from_raw_parts;

/// The automaton of `count` literals, to be given to `automaton_free`.
///
/// # Safety
/// `literals` and `sizes` have `count` elements; each literal its size.
#[no_mangle]
pub unsafe extern "C" fn automaton_create(
    literals: *const *const u8,
    sizes: *const usize,
    count: usize,
) -> *mut AhoCorasick {
    let literals = from_raw_parts(literals, count);
    let sizes = from_raw_parts(sizes, count);
    let all: Vec<&[u8]> = literals
        .iter()
        .zip(sizes)
        .map(|(at, size)| from_raw_parts(*at, *size))
        .collect();
    // The faster kind, where it does not take hundreds of megabytes.
    let automaton = AhoCorasickBuilder::new()
        .dfa(count <= 10_000)
        .build(all);
    Box::into_raw(Box::new(automaton))
}

/// How many times literals are in `text`, overlapping ones included.
///
/// # Safety
/// `automaton` is from `automaton_create`; `text` has `size` bytes.
#[no_mangle]
pub unsafe extern "C" fn automaton_count(
    automaton: *const AhoCorasick,
    text: *const u8,
    size: usize,
) -> u64 {
    let text = from_raw_parts(text, size);
    (*automaton).find_overlapping_iter(text).count() as u64
}

/// Calls `visit` with each literal that is in `text`, once an occurrence.
///
/// # Safety
/// As `automaton_count`; `visit` may be called with `context`.
#[no_mangle]
pub unsafe extern "C" fn automaton_find(
    automaton: *const AhoCorasick,
    text: *const u8,
    size: usize,
    visit: extern "C" fn(usize, *mut c_void),
    context: *mut c_void,
) {
    let text = from_raw_parts(text, size);
    for found in (*automaton).find_overlapping_iter(text) {
        visit(found.pattern(), context);
    }
}

/// # Safety
/// `automaton` is from `automaton_create` and not used afterwards.
#[no_mangle]
pub unsafe extern "C" fn automaton_free(automaton: *mut AhoCorasick) {
    drop(Box::from_raw(automaton));
}
