//! A page of its own with a table, as word processors open and paste it: one row for each claim, with its number, its
//! words, how far away it is and its way. Words of the page stay words, and only addresses on the web are links.

use super::{Page, address, deep_link};
use crate::report::{Claim, Hop, Report};
use crate::wording::{self, perhaps};

const STYLE: &str = "body{font-family:sans-serif}table{border-collapse:collapse}\
                     th,td{border:1px solid #999;padding:4px 8px;text-align:left;vertical-align:top}";

pub(super) fn write(page: &Page, report: &Report) -> String {
    let name = page.name();
    let title = if name.is_empty() { "Claims" } else { name };
    let credits = [page.credits(), wording::number_of_claims(report.claims.len())];
    let credits: Vec<String> = credits.iter().filter(|part| !part.is_empty()).map(|part| escaped(part)).collect();
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>{}</title>\n<style>{STYLE}</style>\n\
         </head>\n<body>\n<h1>{}</h1>\n<p>{}</p>\n<table>\n<thead>\n<tr><th>No.</th><th>Claim</th><th>Hands</th>\
         <th>Way</th><th>Remarks</th></tr>\n</thead>\n<tbody>\n{}</tbody>\n</table>\n</body>\n</html>\n",
        escaped(title),
        linked(title, page.link()),
        credits.join(" · "),
        report.claims.iter().map(|claim| row(page, claim)).collect::<String>(),
    )
}

fn row(page: &Page, claim: &Claim) -> String {
    let hand = |hop: &Hop| format!(" ← {}{}", perhaps(hop), linked(&wording::hand(page.document, hop), address(hop)));
    let way = claim.chain.iter().map(hand).collect::<String>();
    let words = wording::words(page.document, &claim.content);
    let cells = [
        claim.id.0.to_string(),
        linked(&words, deep_link::of(page, claim).as_deref()),
        escaped(&wording::depth(claim)),
        format!("{}{way}", escaped(&wording::page(page.document))),
        escaped(&wording::remarks(claim).join(" · ")),
    ];
    format!("<tr><td>{}</td></tr>\n", cells.join("</td><td>"))
}

fn linked(words: &str, url: Option<&str>) -> String {
    url.map_or_else(|| escaped(words), |url| format!("<a href=\"{}\">{}</a>", escaped(url), escaped(words)))
}

fn escaped(words: &str) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    line.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
