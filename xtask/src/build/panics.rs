//! A panic in a browser stops the module, and its message has nobody to go to: `wasm32-unknown-unknown` knows no terminal.
//! So what makes and prints messages is taken out of a module: whoever panics stops at once.
//!
//! In: a module whose functions still have their names. Out: the same without what is said in a panic, for the optimiser
//! to remove whatever is now never called. That it stops in the same places is tested in `tests/wasm`.

use walrus::ir::Value;
use walrus::{ConstExpr, DataKind, FunctionId, FunctionKind, Module};

/// Functions that the compiler and the standard library call to panic: all in these modules, and these.
const MODULES: [&str; 1] = ["core::panicking::"];
const FUNCTIONS: [&str; 10] = [
    "alloc::alloc::handle_alloc_error",
    "alloc::raw_vec::capacity_overflow",
    "alloc::raw_vec::handle_error",
    "core::cell::panic_already_borrowed",
    "core::cell::panic_already_mutably_borrowed",
    "core::option::expect_failed",
    "core::option::unwrap_failed",
    "core::result::unwrap_failed",
    "core::slice::index::slice_index_fail",
    "core::str::slice_error_fail",
];

/// Takes the messages of panics out of a module.
pub(super) fn silence(module: &mut Module) {
    let panics = |name: &str| {
        let name = plain(name);
        FUNCTIONS.contains(&name.as_str()) || MODULES.iter().any(|module| name.starts_with(module))
    };
    let named = module.funcs.iter().filter(|function| function.name.as_deref().is_some_and(panics));
    let found: Vec<FunctionId> = named.map(walrus::Function::id).collect();
    for id in found {
        if let FunctionKind::Local(function) = &mut module.funcs.get_mut(id).kind {
            let entry = function.entry_block();
            function.block_mut(entry).instrs.clear();
            function.builder_mut().func_body().unreachable();
        }
    }
    let segments: Vec<_> = module.data.iter().map(walrus::Data::id).collect();
    for id in segments {
        let data = module.data.get_mut(id);
        if let DataKind::Active { offset: ConstExpr::Value(Value::I32(start)), .. } = data.kind {
            forget_places(&mut data.value, start.cast_unsigned() as usize);
        }
    }
}

/// A function's name without the hashes that tell crates and copies apart.
fn plain(name: &str) -> String {
    let mut parts = name.split('[');
    let mut plain = parts.next().unwrap_or_default().to_owned();
    plain.extend(parts.filter_map(|part| part.split_once(']')).map(|(_, rest)| rest));
    let hash = |(_, hash): &(&str, &str)| hash.len() == 17 && hash.starts_with('h');
    plain.rsplit_once("::").filter(hash).map_or(plain.clone(), |(name, _)| name.to_owned())
}

/// Sets to zero where in the sources a panic is: for each place the address and length of a file's name, a line and a
/// column, four bytes each; and the name. Nothing but a message speaks of them.
fn forget_places(data: &mut [u8], start: usize) {
    const PLACE: usize = 16;
    let mut names = Vec::new();
    for at in (0..data.len().saturating_sub(PLACE - 1)).step_by(4) {
        let number = |field: usize| {
            let bytes = data[at + 4 * field..].first_chunk().copied().unwrap_or_default();
            u32::from_le_bytes(bytes) as usize
        };
        let Some(from) = number(0).checked_sub(start) else { continue };
        let (length, line, column) = (number(1), number(2), number(3));
        let name = from..from.saturating_add(length);
        let is_file = data.get(name.clone()).is_some_and(|name| name.contains(&b'/') && name.ends_with(b".rs"));
        if is_file && (1..100_000).contains(&line) && (1..1_000).contains(&column) {
            data[at..at + PLACE].fill(0);
            names.push(name);
        }
    }
    // Only now: one name serves many places.
    for name in names {
        data[name].fill(0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_known_whatever_its_hashes() {
        for name in [
            "core::panicking::panic_fmt",
            "core[c5930c85a12de822]::panicking::panic_fmt",
            "core::panicking::panic_fmt::h0123456789abcdef",
            "core::panicking::panic_fmt[0]",
        ] {
            assert_eq!(plain(name), "core::panicking::panic_fmt", "{name}");
        }
    }

    #[test]
    fn places_in_the_sources_are_forgotten_and_nothing_else() {
        let start = 1000;
        let mut data = b"/hearsay/src/lib.rs, words".to_vec();
        data.resize(28, 7);
        let numbers = |numbers: [u32; 4]| numbers.map(u32::to_le_bytes).concat();
        data.extend(numbers([1000, 19, 12, 5]));
        data.extend(numbers([1000, 20, 12, 5]));
        let before = data.clone();
        forget_places(&mut data, start);
        assert!(data[..19].iter().chain(&data[28..44]).all(|byte| *byte == 0));
        assert_eq!((&data[19..28], &data[44..]), (&before[19..28], &before[44..]));
    }
}
