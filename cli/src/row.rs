//! One line of a batch as an article: `text`, who published it, and what else the row says. Rows come as other programs
//! write them (`trafilatura --json`: `title`, `hostname`, `date`); what is wrong with one is said in plain words.

use hearsay::Host;
use serde_json::{Map, Value};

use super::{host, html};

/// An article, and the keys of its row that go with the answer.
pub(crate) struct Row {
    pub(crate) text: String,
    /// The headline, where it does not stand in the text.
    pub(crate) title: Option<String>,
    pub(crate) host: Option<Host>,
    /// The language that the row declares, as a BCP 47 tag.
    pub(crate) language: Option<String>,
    pub(crate) others: Map<String, Value>,
}

/// Keys that repeat the text, and those that the answer has itself.
const LEFT_OUT: [&str; 6] = ["raw_text", "comments", "schema", "engine", "unread", "claims"];

impl Row {
    /// Reads a line.
    ///
    /// # Errors
    /// When it is no article; the message says why.
    pub(crate) fn read(line: &[u8]) -> Result<Self, String> {
        let line = line.strip_prefix("\u{feff}".as_bytes()).unwrap_or(line);
        let mut others = match serde_json::from_slice(line) {
            Ok(Value::Object(row)) => row,
            Ok(other) => return Err(format!("a row is an object {{\"text\": …}}, and this is {}", kind(&other))),
            Err(error) if error.is_eof() => return Err("the JSON ends too early".into()),
            Err(error) => return Err(format!("this is no JSON from column {} on", error.column())),
        };
        let text = match others.shift_remove("text") {
            Some(Value::String(text)) => text,
            Some(other) => return Err(format!("\"text\" is {}, and should be a string", kind(&other))),
            None => return Err("the row has no \"text\"".into()),
        };
        if html::is_html(&text) {
            return Err(format!("\"text\" {}", html::REFUSAL));
        }
        let publisher = ["host", "hostname"].into_iter().find_map(|key| Some((key, others.get(key)?)));
        let host = publisher.map_or(Ok(None), |(key, value)| publisher_of(key, value))?;
        let said = |key: &str| others.get(key).and_then(Value::as_str).map(str::to_owned);
        let (title, language) = (said("title").filter(|title| !title.trim().is_empty()), said("language"));
        others.retain(|key, _| !LEFT_OUT.contains(&key.as_str()));
        Ok(Self { text, title, host, language, others })
    }
}

/// The publisher by a domain, an address or a name, or by an object that has several names.
fn publisher_of(key: &str, value: &Value) -> Result<Option<Host>, String> {
    match value {
        Value::Null => Ok(None),
        Value::String(publisher) => Ok(Some(host(Some(publisher)))),
        Value::Object(publisher) => {
            let names = match publisher.get("names") {
                None | Some(Value::Null) => Some(Vec::new()),
                Some(Value::Array(names)) => names.iter().map(|name| name.as_str().map(str::to_owned)).collect(),
                Some(_) => None,
            };
            let names = names.ok_or(format!("\"{key}.names\" should be a list of strings"))?;
            let domain = publisher.get("domain").and_then(Value::as_str);
            Ok(Some(Host { names, ..host(domain) }))
        }
        other => Err(format!(
            "\"{key}\" is {}, and should be a domain, a name or {{\"names\": …, \"domain\": …}}",
            kind(other)
        )),
    }
}

/// What a value is, in words.
fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}
