/** How everything that browsers run is bundled: for which browsers, how small, and what may be imported as text. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { transform, type BuildOptions, type Plugin } from 'esbuild';

/** The oldest browsers are those the manifest names. */
const manifest = JSON.parse(readFileSync(fileURLToPath(new URL('manifest.json', import.meta.url)), 'utf8'));
const target = [
  `chrome${parseInt(manifest.minimum_chrome_version, 10)}`,
  `firefox${parseInt(manifest.browser_specific_settings.gecko.strict_min_version, 10)}`,
];

/** Style sheets imported as text are made small like everything else. */
const smallStyleSheets: Plugin = {
  name: 'small style sheets',
  setup(build) {
    build.onLoad({ filter: /\.css$/ }, async ({ path, with: attributes }) => {
      if (attributes['type'] !== 'text') return undefined;
      const small = await transform(readFileSync(path, 'utf8'), { loader: 'css', minify: true, target });
      return { contents: small.code, loader: 'text' };
    });
  },
};

/** Options for esbuild. */
export const bundling: BuildOptions = {
  bundle: true,
  minify: true,
  target,
  logLevel: 'warning',
  loader: { '.md': 'text', '.html': 'text', '.txt': 'text' },
  plugins: [smallStyleSheets],
};
