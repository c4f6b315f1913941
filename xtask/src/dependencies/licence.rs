//! Licences, as packages write them: by the expressions of SPDX, or with `/` for “or” as was done before.

/// Under these anybody may use and pass on a package with ours. Those with MPL-2.0 are tools and no part of what is
/// shipped.
const SUITABLE: [&str; 15] = [
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "Python-2.0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Whether we may choose a licence that suits from each part of an expression. Of nested ones it may say no too often.
pub(super) fn suits(expression: &str) -> bool {
    let flat = expression.replace(['(', ')'], "").replace('/', " OR ");
    flat.split(" AND ").all(|part| part.split(" OR ").any(|licence| SUITABLE.contains(&licence.trim())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_choice_is_enough_and_every_demand_counts() {
        for (expression, fits) in [
            ("MIT", true),
            ("MIT/Apache-2.0", true),
            ("MIT OR LGPL-2.1-or-later", true),
            ("(MIT OR Apache-2.0) AND Unicode-3.0", true),
            ("MIT AND GPL-3.0-only", false),
            ("GPL-3.0-only", false),
            ("", false),
        ] {
            assert_eq!(suits(expression), fits, "{expression}");
        }
    }
}
