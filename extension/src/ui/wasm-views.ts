/** The Wasm module of views (the source map, exports), started when a page of the extension first needs it. */
import start from 'hearsay-views';

/** Makes everything that `hearsay-views` exports ready for use. */
export async function startViews(): Promise<void> {
  await start({ module_or_path: chrome.runtime.getURL('views.wasm') });
}
