//! A document as JavaScript has it: plain objects and arrays, read field by field.
//!
//! In: a value of any kind. Out: a [`Document`] with its offsets as they were, or what is wrong, where, and what should
//! have stood there. serde would read it too, but brings the formatting of every number along: a seventeenth of what a
//! browser downloads.

use std::fmt;

use js_sys::{Array, JSON};
use wasm_bindgen::prelude::*;

use super::offsets::Utf16;
use crate::document::{Block, Document, Host, Hyperlink, Region};

#[wasm_bindgen]
extern "C" {
    /// A plain object of a document, whichever: a field that it does not have is `undefined`.
    type Fields;
    #[wasm_bindgen(method, getter)]
    fn host(this: &Fields) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn names(this: &Fields) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn domain(this: &Fields) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn address(this: &Fields) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn blocks(this: &Fields) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn text(this: &Fields) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn region(this: &Fields) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn links(this: &Fields) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn start(this: &Fields) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn end(this: &Fields) -> JsValue;
}

/// A value that is not what a document has in its place.
#[derive(Debug)]
pub(super) struct Misfit {
    /// Where it stands: `blocks[2].text`. Empty for the document itself.
    path: String,
    /// What it is, as JavaScript would write it.
    found: String,
    wanted: String,
}

impl Misfit {
    fn new(found: &JsValue, wanted: &str) -> Self {
        /// UTF-16 code units of a value that are shown.
        const SHOWN: u32 = 60;
        // What JSON cannot write, as a function, it leaves out as it does what is missing.
        let written = JSON::stringify(found).ok().filter(|json| json.is_string());
        let found = written.and_then(|json| json.slice(0, SHOWN).as_string()).unwrap_or_else(|| "missing".to_owned());
        Self { path: String::new(), found, wanted: wanted.to_owned() }
    }

    /// The same, seen from the object or list around it.
    fn within(self, step: &str) -> Self {
        let parted = if self.path.is_empty() || self.path.starts_with('[') { "" } else { "." };
        Self { path: format!("{step}{parted}{}", self.path), ..self }
    }
}

impl fmt::Display for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = if self.path.is_empty() { "it" } else { &self.path };
        write!(f, "Not a document: {path} is {}, and should be {}.", self.found, self.wanted)
    }
}

/// Reads a document. Fields that it does not know are passed over.
pub(super) fn read(value: &JsValue) -> Result<Utf16<Document>, Misfit> {
    let document = fields(value)?;
    let host = within("host", optional(&document.host(), host))?;
    let blocks = within("blocks", list(&document.blocks(), block))?;
    Ok(Utf16::<Document>::written(Document { host, blocks }))
}

fn host(value: &JsValue) -> Result<Host, Misfit> {
    let host = fields(value)?;
    let names = within("names", optional(&host.names(), |names| list(names, string)))?;
    let domain = within("domain", optional(&host.domain(), string))?;
    Ok(Host { names, domain })
}

fn block(value: &JsValue) -> Result<Block, Misfit> {
    let block = fields(value)?;
    let text = within("text", string(&block.text()))?;
    let region = within("region", optional(&block.region(), region))?;
    let links = within("links", optional(&block.links(), |links| list(links, link)))?;
    Ok(Block { text, region, links })
}

fn link(value: &JsValue) -> Result<Hyperlink, Misfit> {
    let link = fields(value)?;
    let start = within("start", offset(&link.start()))?;
    let end = within("end", offset(&link.end()))?;
    let domain = within("domain", string(&link.domain()))?;
    let address = within("address", optional(&link.address(), string))?;
    Ok(Hyperlink { start, end, domain, address })
}

fn region(value: &JsValue) -> Result<Region, Misfit> {
    let name = string(value)?;
    let known = Region::NAMES.iter().find(|(known, _)| *known == name);
    known.map(|(_, region)| *region).ok_or_else(|| {
        let names = Region::NAMES.map(|(name, _)| format!("“{name}”"));
        let (others, last) = names.split_at(names.len() - 1);
        Misfit::new(value, &format!("{} or {}", others.join(", "), last.concat()))
    })
}

/// What was read of a field; where it is wrong, with the field's name.
fn within<T>(field: &str, read: Result<T, Misfit>) -> Result<T, Misfit> {
    read.map_err(|misfit| misfit.within(field))
}

/// A field that may be left out.
fn optional<T: Default>(value: &JsValue, read: impl FnOnce(&JsValue) -> Result<T, Misfit>) -> Result<T, Misfit> {
    if value.is_undefined() { Ok(T::default()) } else { read(value) }
}

fn fields(value: &JsValue) -> Result<&Fields, Misfit> {
    if value.is_object() { Ok(value.unchecked_ref()) } else { Err(Misfit::new(value, "an object")) }
}

fn list<T>(value: &JsValue, read: impl Fn(&JsValue) -> Result<T, Misfit>) -> Result<Vec<T>, Misfit> {
    if !Array::is_array(value) {
        return Err(Misfit::new(value, "an array"));
    }
    let array: &Array = value.unchecked_ref();
    let place = |(index, value): (usize, JsValue)| read(&value).map_err(|misfit| misfit.within(&format!("[{index}]")));
    array.iter().enumerate().map(place).collect()
}

fn string(value: &JsValue) -> Result<String, Misfit> {
    value.as_string().ok_or_else(|| Misfit::new(value, "a string"))
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to be whole and in range")]
fn offset(value: &JsValue) -> Result<u32, Misfit> {
    let whole = |number: &f64| number.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(number);
    let number = value.as_f64().filter(whole).ok_or_else(|| Misfit::new(value, "a whole number from 0 on"))?;
    Ok(number as u32)
}
