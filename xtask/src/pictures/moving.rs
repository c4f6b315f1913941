//! The README's moving picture: frames in, an animated PNG out, and one of them for whoever wants nothing to move. A frame
//! after the first holds the rectangle alone in which it differs from the one before.

use std::fs::{self, File};
use std::io::{BufReader, BufWriter, Write as _};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use png::{BitDepth, ColorType, Compression, Decoder, Encoder};

use crate::project;

const MOVING: &str = "docs/hearsay-moving.png";
const STILL: &str = "docs/hearsay.png";
/// A README is opened over slow lines too. Bytes.
const LARGEST: u64 = 400_000;

/// Bytes of a pixel: red, green, blue.
const PIXEL: usize = 3;

struct Frame {
    file: PathBuf,
    /// In pixels.
    width: u32,
    height: u32,
    milliseconds: u16,
    pixels: Vec<u8>,
}

/// A part of a frame, in pixels from its upper left corner.
struct Rectangle {
    left: u32,
    top: u32,
    width: u32,
    height: u32,
}

/// Makes the two pictures from a folder of frames, `NUMBER-MILLISECONDS.png` each.
pub(super) fn write(folder: &Path) -> Result<()> {
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<_, std::io::Error>>()?;
    files.sort();
    let frames = files.into_iter().map(read).collect::<Result<Vec<_>>>()?;
    let Some(longest) = frames.iter().max_by_key(|frame| frame.milliseconds) else { bail!("there are no frames") };
    fs::copy(&longest.file, project::path(STILL)).with_context(|| format!("cannot write {STILL}"))?;
    animate(&frames).with_context(|| format!("cannot write {MOVING}"))?;
    let size = fs::metadata(project::path(MOVING))?.len();
    writeln!(std::io::stdout(), "{MOVING}: {} frames, {size} bytes\n{STILL}", frames.len())?;
    ensure!(size <= LARGEST, "{MOVING} is too large: it may have {LARGEST} bytes");
    Ok(())
}

fn read(file: PathBuf) -> Result<Frame> {
    let name = file.file_stem().unwrap_or_default().to_string_lossy();
    let (_, milliseconds) = name.split_once('-').context("a frame's name does not say how long it stands")?;
    let milliseconds = milliseconds.parse()?;
    let mut reader = Decoder::new(BufReader::new(File::open(&file)?)).read_info()?;
    let mut pixels = vec![0; reader.output_buffer_size().context("a frame is too large")?];
    let info = reader.next_frame(&mut pixels)?;
    ensure!(info.color_type == ColorType::Rgb && info.bit_depth == BitDepth::Eight, "a frame is not in RGB of 8 bits");
    Ok(Frame { width: info.width, height: info.height, milliseconds, pixels, file })
}

fn animate(frames: &[Frame]) -> Result<()> {
    let [first, ..] = frames else { bail!("there are no frames") };
    let mut encoder = Encoder::new(BufWriter::new(File::create(project::path(MOVING))?), first.width, first.height);
    encoder.set_color(ColorType::Rgb);
    encoder.set_compression(Compression::High);
    encoder.set_animated(u32::try_from(frames.len())?, 0)?;
    let mut writer = encoder.write_header()?;
    let mut before: Option<&Frame> = None;
    for frame in frames {
        let part = before.map_or(whole(frame), |before| difference(before, frame));
        // The part before may have begun where this one is too large to.
        writer.set_frame_position(0, 0)?;
        writer.set_frame_dimension(part.width, part.height)?;
        writer.set_frame_position(part.left, part.top)?;
        writer.set_frame_delay(frame.milliseconds, 1000)?;
        writer.write_image_data(&cut(frame, &part))?;
        before = Some(frame);
    }
    writer.finish()?;
    Ok(())
}

fn whole(frame: &Frame) -> Rectangle {
    Rectangle { left: 0, top: 0, width: frame.width, height: frame.height }
}

/// The smallest rectangle in which two frames differ; one pixel where they do not.
fn difference(before: &Frame, frame: &Frame) -> Rectangle {
    let differ = before.pixels.chunks_exact(PIXEL).zip(frame.pixels.chunks_exact(PIXEL)).zip(0u32..);
    let places: Vec<(u32, u32)> =
        differ.filter(|((old, new), _)| old != new).map(|(_, at)| (at % frame.width, at / frame.width)).collect();
    let span = |of: fn(&(u32, u32)) -> u32| {
        let (least, most) = (places.iter().map(of).min().unwrap_or(0), places.iter().map(of).max().unwrap_or(0));
        (least, most - least + 1)
    };
    let ((left, width), (top, height)) = (span(|place| place.0), span(|place| place.1));
    Rectangle { left, top, width, height }
}

/// The pixels of a part of a frame, row by row.
fn cut(frame: &Frame, part: &Rectangle) -> Vec<u8> {
    let rows = frame.pixels.chunks_exact(frame.width as usize * PIXEL);
    let (start, length) = (part.left as usize * PIXEL, part.width as usize * PIXEL);
    rows.skip(part.top as usize)
        .take(part.height as usize)
        .flat_map(|row| &row[start..start + length])
        .copied()
        .collect()
}
