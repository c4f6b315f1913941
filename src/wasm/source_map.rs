//! The source map drawn as SVG. How it looks (colours, faces, what a traced way looks like) is the affair of a style
//! sheet; here stands only what is where, and what each thing is.

use js_sys::Error;
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;
use web_sys::{CanvasRenderingContext2d, Document, Element, HtmlCanvasElement};

use super::{thrown, value};
use crate::source_map::{Direction, Face, Holds, Line, SourceMap, Spot, Way};

const SVG: &str = "http://www.w3.org/2000/svg";
/// Room for the headings above the map, in CSS pixels.
const HEADINGS: f64 = 22.0;
/// Between two lines of a name.
const LEADING: f64 = 14.0;
/// Where a name begins on its plate.
const NAME: f64 = 7.0;
/// How wide the dots are of a line to somebody without a name.
const DOTS: f64 = 2.5;
/// The least height of the sign at the left of a name.
const SIGN: f64 = 10.0;

/// The words above the columns.
#[derive(Deserialize, tsify::Tsify)]
#[serde(rename_all = "camelCase")]
struct Headings {
    /// Above the page.
    page: String,
    /// Above the hands: `1 hand`, `2 hands`, ….
    hands: Vec<String>,
    /// Above the ends of the ways.
    origins: String,
}

/// The faces of the names, as CSS writes a font: `12px sans-serif`.
#[derive(Deserialize, tsify::Tsify)]
#[serde(rename_all = "camelCase")]
struct Fonts {
    /// For names.
    sans: String,
    /// For words of the page.
    serif: String,
}

/// A hand on the map, for whoever speaks of it.
#[derive(Serialize, tsify::Tsify)]
#[serde(rename_all = "camelCase")]
struct MappedHand<'m> {
    /// What it is called.
    name: &'m str,
    /// How many claims certainly came through it.
    counted: usize,
    /// The claims that came through it, certainly or perhaps.
    claims: Vec<&'m str>,
}

/// A map that is drawn. Hands are spoken of by their index, which their elements have as `data-hand`.
#[wasm_bindgen(js_name = SourceMap)]
pub struct DrawnMap {
    map: SourceMap,
    ways: Vec<Way>,
    svg: Element,
    spots: Vec<Element>,
    lines: Vec<Element>,
}

#[wasm_bindgen(js_class = SourceMap)]
impl DrawnMap {
    /// Draws the ways of all claims in so many CSS pixels. It is wider when the columns do not fit.
    ///
    /// # Errors
    /// Throws a `TypeError` that says what is wrong when a value has not the shape it should have, or when the page that
    /// this runs in cannot draw.
    #[wasm_bindgen(constructor)]
    #[allow(unreachable_pub, reason = "exported to JavaScript, which rustc does not see")]
    pub fn new(
        #[wasm_bindgen(unchecked_param_type = "Way[]")] ways: JsValue,
        width: f64,
        #[wasm_bindgen(unchecked_param_type = "Headings")] headings: JsValue,
        #[wasm_bindgen(unchecked_param_type = "Fonts")] fonts: JsValue,
    ) -> Result<Self, Error> {
        let ways: Vec<Way> = value::read(ways, "list of ways")?;
        let headings: Headings = value::read(headings, "list of headings")?;
        let fonts: Fonts = value::read(fonts, "pair of fonts")?;
        let document = web_sys::window().and_then(|window| window.document());
        let document = document.ok_or_else(|| Error::new("A map can only be drawn in a page."))?;
        let ruler = ruler(&document).map_err(|_| Error::new("This page cannot measure words."))?;
        let measure = |words: &str, face| {
            ruler.set_font(if face == Face::Sans { &fonts.sans } else { &fonts.serif });
            // Words that cannot be measured are wide: they get lines of their own.
            ruler.measure_text(words).map_or(f64::MAX, |metrics| metrics.width())
        };
        let map = SourceMap::of(&ways, width, &measure);
        let pen = Pen { document, map: &map, measure: &measure };
        let (svg, spots, lines) =
            pen.draw(&headings).map_err(|_| Error::new("The map could not be drawn in this page."))?;
        Ok(Self { map, ways, svg, spots, lines })
    }

    /// The drawing.
    #[wasm_bindgen(getter)]
    #[allow(unreachable_pub, reason = "exported to JavaScript, which rustc does not see")]
    pub fn svg(&self) -> Element {
        self.svg.clone()
    }

    /// The hands, in the order of their indices: column by column, each from above.
    ///
    /// # Errors
    /// Never, for what a map holds.
    #[wasm_bindgen(getter, unchecked_return_type = "MappedHand[]")]
    #[allow(unreachable_pub, reason = "exported to JavaScript, which rustc does not see")]
    pub fn hands(&self) -> Result<JsValue, Error> {
        let claim = |&index: &usize| self.ways.get(index).map(|way| way.claim.as_str());
        let hands = self.map.spots.iter().map(|spot| MappedHand {
            name: &spot.hand.name,
            counted: spot.counted,
            claims: spot.claims.iter().filter_map(claim).collect(),
        });
        serde_wasm_bindgen::to_value(&hands.collect::<Vec<_>>()).map_err(thrown::failed)
    }

    /// Lights up every way through a hand, or none. What is lit has the class `on`, the hand itself `at`, the drawing
    /// `tracing`.
    #[allow(unreachable_pub, reason = "exported to JavaScript, which rustc does not see")]
    pub fn trace(&self, hand: Option<usize>) {
        let traced = hand.and_then(|hand| self.map.spots.get(hand));
        let is_on = |claims: &[usize]| traced.is_some_and(|spot| share(&spot.claims, claims));
        mark(&self.svg, "tracing", traced.is_some());
        for (index, (element, spot)) in self.spots.iter().zip(&self.map.spots).enumerate() {
            mark(element, "on", is_on(&spot.claims));
            mark(element, "at", hand == Some(index));
        }
        for (element, line) in self.lines.iter().zip(&self.map.lines) {
            mark(element, "on", is_on(&line.claims));
        }
    }

    /// The hand that an arrow key leads to from another.
    #[allow(unreachable_pub, reason = "exported to JavaScript, which rustc does not see")]
    pub fn neighbour(&self, hand: usize, key: &str) -> Option<usize> {
        let direction = match key {
            "ArrowUp" => Direction::Up,
            "ArrowDown" => Direction::Down,
            "ArrowLeft" => Direction::Left,
            "ArrowRight" => Direction::Right,
            _ => return None,
        };
        self.map.neighbour(hand, direction)
    }
}

/// Whether two sorted lists have an entry in common.
fn share(some: &[usize], others: &[usize]) -> bool {
    others.iter().any(|claim| some.binary_search(claim).is_ok())
}

/// Gives an element a class, or takes it away. A class without a blank in it is never refused.
fn mark(element: &Element, class: &str, is_so: bool) {
    let _ = element.class_list().toggle_with_force(class, is_so);
}

/// Something that measures words as the page would set them.
fn ruler(document: &Document) -> Result<CanvasRenderingContext2d, JsValue> {
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.unchecked_into();
    canvas.get_context("2d")?.map(JsCast::unchecked_into).ok_or(JsValue::NULL)
}

/// What draws a map.
struct Pen<'m> {
    document: Document,
    map: &'m SourceMap,
    measure: &'m dyn Fn(&str, Face) -> f64,
}

type Drawing = (Element, Vec<Element>, Vec<Element>);

impl Pen<'_> {
    /// The drawing, the elements of its hands, and those of its lines.
    fn draw(&self, headings: &Headings) -> Result<Drawing, JsValue> {
        let map = self.map;
        let (width, height) = (map.width, map.height + HEADINGS);
        let svg = self.element("svg", "source-map")?;
        set(&svg, "width", width)?;
        set(&svg, "height", height)?;
        svg.set_attribute("viewBox", &format!("0 {} {width} {height}", -HEADINGS))?;
        let heads = self.group(&svg, "heads")?;
        self.heads(&heads, headings)?;
        let lines = self.group(&svg, "lines")?;
        let lines = map.lines.iter().map(|line| self.line(&lines, line)).collect::<Result<_, JsValue>>()?;
        let bar = self.rectangle(&svg, "page", 0.0, map.bar.top, 8.0, map.bar.height)?;
        bar.set_attribute("rx", "1")?;
        let spots = self.group(&svg, "spots")?;
        let spots = map.spots.iter().enumerate().map(|(index, spot)| self.spot(&spots, index, spot));
        let spots = spots.collect::<Result<_, JsValue>>()?;
        Ok((svg, spots, lines))
    }

    /// The words above each column. The last ones keep inside the drawing; those that would run into them are left out.
    fn heads(&self, parent: &Element, headings: &Headings) -> Result<(), JsValue> {
        let mut next = f64::INFINITY;
        let mut heads = Vec::new();
        for column in self.map.columns.iter().rev() {
            let words = match column.holds {
                Holds::Page => Some(&headings.page),
                Holds::Hands(hops) => hops.and_then(|hops| headings.hands.get(hops.checked_sub(1)?)),
                Holds::Origins => Some(&headings.origins),
            };
            let Some(words) = words else { continue };
            let width = (self.measure)(words, Face::Sans);
            let left = column.x.min(self.map.width - width);
            if left + width < next {
                next = left;
                heads.push((words, column.x));
            }
        }
        heads.into_iter().rev().try_for_each(|(words, x)| self.head(parent, words, x))
    }

    /// The words above one column.
    fn head(&self, parent: &Element, words: &str, x: f64) -> Result<(), JsValue> {
        let fits = x + (self.measure)(words, Face::Sans) <= self.map.width;
        let head = self.text(parent, "head", if fits { x } else { self.map.width }, 10.0 - HEADINGS)?;
        if !fits {
            head.set_attribute("text-anchor", "end")?;
        }
        head.set_text_content(Some(words));
        Ok(())
    }

    /// A line between two hands. One to somebody without a name is dotted, and however wide its dots stay dots: a wide one is
    /// a band with dots along its middle.
    fn line(&self, parent: &Element, line: &Line) -> Result<Element, JsValue> {
        if !line.nameless {
            let path = self.path(parent, if line.perhaps { "perhaps" } else { "plain" }, line, line.width)?;
            if line.perhaps {
                path.set_attribute("stroke-dasharray", "5 4")?;
            }
            return Ok(path);
        }
        let group = self.group(parent, "nameless")?;
        if line.width > DOTS {
            self.path(&group, "band", line, line.width)?;
        }
        let dots = self.path(&group, "dots", line, DOTS)?;
        dots.set_attribute("stroke-linecap", "round")?;
        dots.set_attribute("stroke-dasharray", "0.01 4.5")?;
        Ok(group)
    }

    fn path(&self, parent: &Element, class: &str, line: &Line, width: f64) -> Result<Element, JsValue> {
        let path = self.element("path", class)?;
        path.set_attribute("d", &line.path)?;
        path.set_attribute("fill", "none")?;
        set(&path, "stroke-width", width)?;
        parent.append_child(&path)?;
        Ok(path)
    }

    /// A hand: its plate, the sign at its left, and its name.
    fn spot(&self, parent: &Element, index: usize, spot: &Spot) -> Result<Element, JsValue> {
        let class = [
            Some("spot"),
            Some(if spot.is_origin { "origin" } else { "hand" }),
            spot.hand.described.then_some("described"),
            spot.hand.nameless.then_some("nameless"),
        ];
        let group = self.group(parent, &class.into_iter().flatten().collect::<Vec<_>>().join(" "))?;
        group.set_attribute("data-hand", &index.to_string())?;
        let plate = self.rectangle(&group, "plate", spot.x, spot.y - spot.height / 2.0, spot.width, spot.height)?;
        plate.set_attribute("rx", "3")?;
        if spot.hand.nameless {
            let dots = self.element("path", "sign")?;
            dots.set_attribute("d", &format!("M{} {}v12.01", spot.x + 1.5, spot.y - 6.0))?;
            dots.set_attribute("stroke-width", "2.6")?;
            dots.set_attribute("stroke-linecap", "round")?;
            dots.set_attribute("stroke-dasharray", "0.01 4")?;
            group.append_child(&dots)?;
        } else {
            let height = spot.arrivals.max(SIGN);
            self.rectangle(&group, "sign", spot.x, spot.y - height / 2.0, 3.0, height)?;
        }
        let middle = (spot.words.len().max(1) - 1) as f64 / 2.0;
        let name = self.text(&group, "name", spot.x + NAME, spot.y + 4.0 - middle * LEADING)?;
        for (place, words) in spot.words.iter().enumerate() {
            let line = self.element("tspan", "words")?;
            set(&line, "x", spot.x + NAME)?;
            set(&line, "dy", if place == 0 { 0.0 } else { LEADING })?;
            // Words of another direction do not move what stands beside them.
            line.set_attribute("unicode-bidi", "isolate")?;
            let is_last = place + 1 == spot.words.len();
            line.set_text_content(Some(&format!("{words}{}", if is_last { "" } else { " " })));
            name.append_child(&line)?;
        }
        if spot.is_numbered {
            let number = self.element("tspan", "number")?;
            number.set_text_content(Some(&format!(" {}", spot.counted)));
            name.append_child(&number)?;
        }
        let title = self.document.create_element_ns(Some(SVG), "title")?;
        title.set_text_content(Some(&spot.hand.name));
        group.append_child(&title)?;
        Ok(group)
    }

    fn element(&self, name: &str, class: &str) -> Result<Element, JsValue> {
        let element = self.document.create_element_ns(Some(SVG), name)?;
        element.set_attribute("class", class)?;
        Ok(element)
    }

    fn group(&self, parent: &Element, class: &str) -> Result<Element, JsValue> {
        let group = self.element("g", class)?;
        parent.append_child(&group)?;
        Ok(group)
    }

    fn text(&self, parent: &Element, class: &str, x: f64, y: f64) -> Result<Element, JsValue> {
        let text = self.element("text", class)?;
        set(&text, "x", x)?;
        set(&text, "y", y)?;
        parent.append_child(&text)?;
        Ok(text)
    }

    fn rectangle(
        &self,
        parent: &Element,
        class: &str,
        x: f64,
        y: f64,
        width: f64,
        height: f64,
    ) -> Result<Element, JsValue> {
        let rectangle = self.element("rect", class)?;
        for (name, value) in [("x", x), ("y", y), ("width", width), ("height", height)] {
            set(&rectangle, name, value)?;
        }
        parent.append_child(&rectangle)?;
        Ok(rectangle)
    }
}

/// Gives an element a length, to a tenth of a pixel.
fn set(element: &Element, name: &str, length: f64) -> Result<(), JsValue> {
    element.set_attribute(name, &((length * 10.0).round() / 10.0).to_string())
}
