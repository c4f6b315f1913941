/** Pages that are after the extension or its reader: one test for each attack. What each page finds out is written down by itself. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { article } from './harness/articles.ts';
import { boxOnCard, cardOn, waitForCard, waitForNoCard } from './harness/card.ts';
import { eventually, marksOn, openClaimOn, pointAt, pointAway, run, waitForMarks } from './harness/page.ts';
import { pageState, turnSwitch } from './harness/popup.ts';
import { inBothBrowsers } from './harness/session.ts';

const MILLER = 'The miller, Ann Roe, said that the bridge had shaken for a week.';
const SELLER = 'Bo Lee, who sells apples, said that he would walk around by the ford.';
const SHAKEN = 'the bridge had shaken for a week';
const html = article(MILLER, SELLER);
const withScript = (script: string) => html.replace('</head>', `<script>${script}</script></head>`);
const rests = (milliseconds = 1200) => new Promise((later) => setTimeout(later, milliseconds));

/** Words that stand on the card alone. */
const ONLY_ON_CARD = '1 hand away';

inBothBrowsers((session) => {
  const visit = async (path: string, script = ''): Promise<Page> => {
    const page = await session.visit(`http://hostile.example/${path}`, withScript(script));
    await waitForMarks(page);
    return page;
  };
  const withCard = async (path: string, script = ''): Promise<Page> => {
    const page = await visit(path, script);
    await pointAt(page, SHAKEN);
    await waitForCard(session.browser, page);
    return page;
  };

  test('a page cannot open the card with a pointer or a finger of its own making', async () => {
    const page = await visit('pointer');
    await run(
      page,
      (words) => {
        const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walk.nextNode() && !walk.currentNode.textContent!.includes(words));
        const range = document.createRange();
        range.selectNodeContents(walk.currentNode);
        const { left, top, width, height } = range.getBoundingClientRect();
        const at = { clientX: left + width / 2, clientY: top + height / 2, bubbles: true, composed: true };
        const target = walk.currentNode.parentElement!;
        setInterval(() => target.dispatchEvent(new PointerEvent('pointermove', { ...at, pointerType: 'mouse' })), 50);
        target.dispatchEvent(new PointerEvent('click', { ...at, pointerType: 'touch' }));
      },
      SHAKEN,
    );
    await rests();
    assert.equal(await cardOn(session.browser, page), null);
    assert.equal(await openClaimOn(page), '');
  });

  test('a page cannot press the card’s keys, nor close it', async () => {
    const page = await withCard('keys');
    await run(page, () => {
      for (const key of ['ArrowRight', 'ArrowLeft', 'Tab', 'Escape']) {
        for (const target of [document.querySelector('hearsay-card')!, document.body]) {
          target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
        }
      }
      document.documentElement.dispatchEvent(new PointerEvent('pointerleave'));
      document.body.dispatchEvent(new PointerEvent('click', { bubbles: true, clientX: 1, clientY: 1 }));
    });
    await rests();
    assert.match((await cardOn(session.browser, page))!.all, /Ann Roe.*1 of 2/);
    await pointAway(page);
    await waitForNoCard(session.browser, page);
  });

  test('messages and ports of a page reach nobody', async () => {
    const page = await visit('messages');
    const popup = await session.browser.popup();
    const own = await popup.run(() => ({ id: chrome.runtime.id, origin: location.origin }));
    const heard = await run(
      page,
      async ({ id }) => {
        for (const message of [
          { type: 'command', command: 'toggle-site' },
          { type: 'step', by: 1 },
          { type: 'visit', claim: '0' },
          { type: 'analyze', document: { blocks: [] } },
        ]) {
          postMessage(message, '*');
          document.dispatchEvent(new CustomEvent(message.type, { detail: message }));
        }
        const { runtime, storage } = ((globalThis as any).chrome ?? (globalThis as any).browser ?? {}) as typeof chrome;
        const answer =
          runtime?.sendMessage === undefined
            ? 'nobody'
            : await Promise.race([
                Promise.resolve(runtime.sendMessage(id, { type: 'analyze', document: { blocks: [] } })).then(
                  (answer) => answer ?? 'nobody',
                  () => 'nobody',
                ),
                new Promise((later) => setTimeout(() => later('nobody'), 1000)),
              ]);
        return { answer, storage: typeof storage };
      },
      own,
    );
    assert.deepEqual(heard, { answer: 'nobody', storage: 'undefined' });
    assert.equal((await pageState(popup)).status, 'article');
    assert.equal(await cardOn(session.browser, page), null);
    await popup.close();
  });

  test('a page reaches no file of the extension', async () => {
    const page = await visit('files');
    const popup = await session.browser.popup();
    const origin = await popup.run(() => location.origin);
    const reached = await run(
      page,
      async (origin) => {
        const reached: string[] = [];
        for (const file of [
          'content.js',
          'reader.js',
          'card.js',
          'commands.js',
          'leftovers.js',
          'content.css',
          'options.html',
          'manifest.json',
          'icons/hearsay-16.png',
          'hearsay.wasm',
        ]) {
          const url = `${origin}/${file}`;
          await fetch(url, { mode: 'no-cors' }).then(
            () => reached.push(`fetch ${file}`),
            () => {},
          );
          await import(url).then(
            () => reached.push(`import ${file}`),
            () => {},
          );
          await new Promise((end) => {
            const image = Object.assign(new Image(), {
              onload: () => end(reached.push(`image ${file}`)),
              onerror: end,
            });
            image.src = url;
          });
        }
        return reached;
      },
      origin,
    );
    assert.deepEqual(reached, []);
    await popup.close();
  });

  test('a page cannot read the card, by any way that leads to its words', async () => {
    const page = await withCard(
      'reading',
      `
      window.seen = [];
      const attach = Element.prototype.attachShadow;
      Element.prototype.attachShadow = function (options) { seen.push('attachShadow'); return attach.call(this, { ...options, mode: 'open' }); };
      for (const kind of ['pointermove', 'pointerover', 'mouseover', 'focusin', 'click', 'keydown', 'toggle', 'beforetoggle', 'animationstart', 'transitionend', 'scroll', 'slotchange'])
        addEventListener(kind, (event) => {
          const path = event.composedPath();
          const host = path.findIndex((node) => node.localName === 'hearsay-card');
          if (host > 0) seen.push(kind + ': ' + path.slice(0, host).map((node) => node.localName ?? node.nodeName));
        }, true);`,
    );
    const { x, y } = await boxOnCard(session.browser, page, 'h2');
    await page.mouse.move(x + 6, y + 6, { steps: 3 });
    await page.mouse.click(x + 6, y + 6);
    const found = await run(
      page,
      ({ x, y, secret }) => {
        const host = document.querySelector<HTMLElement>('hearsay-card')!;
        const reach =
          host.attachInternals === undefined
            ? null
            : (() => {
                try {
                  return host.attachInternals().shadowRoot;
                } catch {
                  return null;
                }
              })();
        const within = (node: Node | null | undefined) =>
          node != null && node !== host && !document.contains(node) ? node.nodeName : null;
        const legacy = (
          document as never as { caretRangeFromPoint?: (x: number, y: number) => Range | null }
        ).caretRangeFromPoint?.(x, y);
        getSelection()!.selectAllChildren(document.documentElement);
        const selected = getSelection()!.toString();
        getSelection()!.removeAllRanges();
        return {
          root: host.shadowRoot,
          reach: reach ?? null,
          html: host.outerHTML,
          text: host.textContent + host.innerText,
          label: host.ariaLabel ?? null,
          atPoint: document
            .elementsFromPoint(x, y)
            .map((element) => within(element))
            .filter(Boolean),
          caret: within(document.caretPositionFromPoint(x, y)?.offsetNode),
          legacyCaret: within(legacy?.startContainer),
          active: within(document.activeElement),
          selected: selected.includes(secret),
          page: document.documentElement.innerText.includes(secret),
          seen: (window as never as { seen: string[] }).seen,
          sheets: document.adoptedStyleSheets.length,
        };
      },
      { x: x + 6, y: y + 6, secret: ONLY_ON_CARD },
    );
    assert.deepEqual(found, {
      root: null,
      reach: null,
      html: '<hearsay-card></hearsay-card>',
      text: '',
      label: null,
      atPoint: [],
      caret: null,
      legacyCaret: null,
      active: null,
      selected: false,
      page: false,
      seen: [],
      sheets: 0,
    });
  });

  test('a page that searches itself learns whether words that it guesses stand on the open card; in Firefox it reads on from them', async () => {
    const page = await withCard('searching');
    const read = await run(
      page,
      (secret) => {
        const find = (words: string) =>
          (
            globalThis as never as { find(words: string, exactly: boolean, back: boolean, around: boolean): boolean }
          ).find(words, false, false, true);
        const missed = find('Words that stand nowhere');
        const found = find(secret);
        const selection = getSelection()!;
        const around = selection.anchorNode?.getRootNode();
        return { missed, found, onwards: around !== document && (around?.textContent ?? '').includes('Copy') };
      },
      ONLY_ON_CARD,
    );
    // Firefox hands a page the text that its search found, closed shadow root or not.
    assert.deepEqual(read, { missed: false, found: true, onwards: session.browser.name === 'firefox' });
  });

  test('a page that watches every change learns that there is a card, and nothing else', async () => {
    const page = await withCard(
      'watching',
      `
      window.changes = [];
      new MutationObserver((records) => {
        for (const { type, target, attributeName, addedNodes, removedNodes } of records)
          changes.push([type, target.nodeName, attributeName, [...addedNodes].map((node) => node.nodeName), [...removedNodes].map((node) => node.nodeName)].join('|'));
      }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });`,
    );
    await run(
      page,
      () =>
        ((window as never as { changes: string[] }).changes = (window as never as { changes: string[] }).changes.filter(
          (line) => /hearsay/i.test(line),
        )),
    );
    await pointAway(page);
    await waitForNoCard(session.browser, page);
    await pointAt(page, 'he would walk around');
    await waitForCard(session.browser, page);
    const changes = await run(page, () =>
      (window as never as { changes: string[] }).changes.filter((line) => !line.includes('BODY')),
    );
    assert.deepEqual(changes, ['childList|HTML||HEARSAY-CARD|']);
  });

  test('a page that tears the card out, moves it or wraps it breaks nothing', async () => {
    const page = await withCard('tearing');
    const harm = [
      () => document.querySelector('hearsay-card')!.remove(),
      () => document.body.prepend(document.querySelector('hearsay-card')!),
      () => document.querySelector('hearsay-card')!.append('Not the card’s words'),
      () => document.querySelector('hearsay-card')!.setAttribute('style', 'display: none; position: fixed; opacity: 0'),
      () => void document.createElement('iframe').append(document.querySelector('hearsay-card')!),
      () => new DOMParser().parseFromString('', 'text/html').adoptNode(document.querySelector('hearsay-card')!),
    ];
    for (const [at, deed] of harm.entries()) {
      await run(page, deed as () => void);
      await pointAway(page);
      // It would lie over the words that are pointed at next.
      await waitForNoCard(session.browser, page);
      await pointAt(page, at % 2 === 0 ? 'he would walk around' : SHAKEN);
      await eventually(`after harm ${at} the card does not open`, async () =>
        (await cardOn(session.browser, page))?.all.includes(at % 2 === 0 ? 'Bo Lee' : 'Ann Roe') ? true : null,
      );
    }
  });

  test('a page with poisoned prototypes and globals of its own changes nothing for the extension', async () => {
    const page = await session.visit(
      'http://hostile.example/poison',
      withScript(`
        window.touched = [];
        for (const name of ['type', 'blocks', 'claims', 'status', 'host', 'region', 'mode', 'capture', 'signal', 'hearsay_reader'])
          Object.defineProperty(Object.prototype, name, { configurable: true, get() { return undefined; }, set(value) { if (String(value).includes?.('hearsay')) touched.push(name); Object.defineProperty(this, name, { value, writable: true, configurable: true, enumerable: true }); } });
        for (const name of ['map', 'filter', 'flatMap', 'some', 'push']) { const real = Array.prototype[name]; Array.prototype[name] = function (...given) { if (this.some === undefined) touched.push(name); return real.apply(this, given); }; }
        window.MutationObserver = window.IntersectionObserver = window.Range = window.Highlight = window.AbortController = function () { touched.push('constructor'); throw new Error('mine'); };
        window.getComputedStyle = window.setTimeout = window.requestAnimationFrame = () => { touched.push('function'); throw new Error('mine'); };
        JSON.stringify = JSON.parse = () => { touched.push('JSON'); throw new Error('mine'); };
        Node.prototype.contains = Element.prototype.matches = Element.prototype.querySelectorAll = Document.prototype.createTreeWalker = Document.prototype.caretPositionFromPoint = () => { touched.push('method'); throw new Error('mine'); };
        Object.defineProperty(Node.prototype, 'textContent', { get() { touched.push('textContent'); return 'mine'; } });
        Object.defineProperty(CharacterData.prototype, 'data', { get() { touched.push('data'); return 'mine'; } });`),
    );
    const popup = await session.browser.popup();
    const state = await pageState(popup);
    assert.ok(
      state.status === 'article' && state.claims.map(({ words }) => words).includes(SHAKEN),
      JSON.stringify(state),
    );
    await popup.close();
    assert.deepEqual(await page.evaluate('touched'), []);
  });

  test('a page finds no trace of a reader’s choice where the site is off', async () => {
    const traces = (page: Page) =>
      run(page, () => ({
        globals: Object.getOwnPropertyNames(globalThis).filter((name) => /hearsay/i.test(name)),
        highlights: CSS.highlights.size,
        elements: document.querySelectorAll('hearsay-card, [class*=hearsay], [data-hearsay]').length,
        stored: Object.keys(localStorage).length + Object.keys(sessionStorage).length + document.cookie.length,
      }));
    const nothing = { globals: [], highlights: 0, elements: 0, stored: 0 };
    const page = await visit('off');
    const popup = await session.browser.popup();
    await turnSwitch(popup);
    await eventually('marks are still painted', async () => ((await marksOn(page)).length === 0 ? true : null));
    assert.deepEqual(await traces(page), nothing);
    const again = await session.visit('http://hostile.example/off-again', html);
    await rests();
    assert.deepEqual(await traces(again), nothing);
    await again.close();
    await page.bringToFront();
    await turnSwitch(popup);
    await waitForMarks(page);
    await popup.close();
  });

  const lookOf = (page: Page, name = 'hearsay-1') =>
    run(
      page,
      (name) => getComputedStyle(document.querySelector('p, body')!, `::highlight(${name})`).textDecorationLine,
      name,
    );

  test('a page without an article, or on a site that is off, finds nothing of the lines’ look', async () => {
    const page = await visit('look');
    assert.equal(await lookOf(page), 'underline');
    const none = await session.visit('http://hostile.example/none', '<!doctype html><p>Nothing to read.');
    await rests();
    assert.equal(await lookOf(none), 'none');
    assert.equal(
      await run(
        none,
        () => getComputedStyle(document.documentElement.appendChild(document.createElement('hearsay-card'))).display,
      ),
      'inline',
    );
    await none.close();
    await page.bringToFront();
    const popup = await session.browser.popup();
    await turnSwitch(popup);
    await eventually('the look is still there', async () => ((await lookOf(page)) === 'none' ? true : null));
    await turnSwitch(popup);
    await waitForMarks(page);
    await eventually('the look does not come back', async () => ((await lookOf(page)) === 'underline' ? true : null));
    await popup.close();
  });

  test('a page cannot hide a line by a style of its own', async () => {
    const page = await session.visit(
      'http://hostile.example/style',
      withScript('').replace(
        '</head>',
        '<style>::highlight(hearsay-1) { text-decoration: none !important; text-decoration-color: transparent !important } hearsay-card { display: none !important }</style></head>',
      ),
    );
    await waitForMarks(page);
    await eventually('the line is hidden', async () => ((await lookOf(page)) === 'underline' ? true : null));
    await pointAt(page, SHAKEN);
    await eventually('the card is hidden', () =>
      session.browser.inCard(page, (root) => root.querySelector('.card')!.checkVisibility() || null),
    );
  });

  test('a page cannot hide, move or forge a line by what is in a highlight', async () => {
    const page = await visit('highlights');
    const [before] = [await marksOn(page)];
    const harm: (() => void)[] = [
      () => CSS.highlights.get('hearsay-1')!.clear(),
      () => CSS.highlights.clear(),
      () => {
        const forged = document.createRange();
        forged.selectNodeContents(document.querySelector('h1')!);
        CSS.highlights.get('hearsay-1')!.add(forged);
      },
      () => {
        const forged = document.createRange();
        forged.selectNodeContents(document.querySelector('h1')!);
        CSS.highlights.set('hearsay-2', new Highlight(forged));
        CSS.highlights.set('hearsay-3-strong', new Highlight(forged));
      },
      () =>
        CSS.highlights
          .get('hearsay-1')!
          .forEach((range) => (range as Range).selectNodeContents(document.querySelector('h1')!)),
    ];
    for (const [at, deed] of harm.entries()) {
      await run(page, deed);
      await page.mouse.move(300 + at, 300, { steps: 3 });
      await eventually(`harm ${at} is not put right`, async () => {
        const names = await run(
          page,
          () => ['hearsay-2', 'hearsay-3-strong'].filter((name) => CSS.highlights.has(name)).length,
        );
        return names === 0 && JSON.stringify(await marksOn(page)) === JSON.stringify(before) ? true : null;
      });
    }
  });

  test('a page that puts a new root in the place of its own, time and again, is not slowed', async () => {
    const page = await visit('roots');
    const worst = await run(page, async () => {
      const gaps: number[] = [];
      const end = performance.now() + 4000;
      for (let last = performance.now(); last < end; ) {
        document.documentElement.replaceWith(document.documentElement.cloneNode(true));
        await new Promise((later) => setTimeout(later, 50));
        gaps.push(performance.now() - last);
        last = performance.now();
      }
      return gaps.sort((a, b) => b - a)[Math.floor(gaps.length / 10)]!;
    });
    assert.ok(worst < 150, `nine turns of ten within ${worst} ms`);
    await eventually(
      'it is not read in the end',
      async () => ((await marksOn(page)).length === 2 ? true : null),
      45_000,
    );
    assert.ok((await run(page, () => document.querySelectorAll('hearsay-card').length)) <= 1);
  });

  test('a page that takes out its article and 2,000 more nodes every second, and adds them again, is not slowed and gets its lines again', async () => {
    const page = await visit(
      'again',
      'addEventListener("load", () => { const box = document.querySelector("article"); const nodes = [...box.childNodes, ...Array.from({ length: 2000 }, (_, at) => Object.assign(document.createElement("p"), { textContent: "A row of the table that comes and goes, number " + at + ", with words enough to be a paragraph of an article, and a little more." }))]; setInterval(() => { box.replaceChildren(); box.replaceChildren(...nodes); }, 1000); })',
    );
    const gaps = () =>
      run(page, async () => {
        let gaps = 0;
        const end = performance.now() + 6000;
        for (let last = performance.now(); last < end; last = performance.now()) {
          await new Promise((later) => setTimeout(later, 20));
          if (performance.now() - last > 150) gaps++;
        }
        return gaps;
      });
    const read = await gaps();
    await eventually(
      'the claims are not marked',
      async () => ((await marksOn(page)).length === 2 ? true : null),
      15_000,
    );
    const popup = await session.browser.popup();
    await turnSwitch(popup);
    await eventually('marks are still painted', async () => ((await marksOn(page)).length === 0 ? true : null));
    const off = await gaps();
    await turnSwitch(popup);
    await popup.close();
    assert.ok(read <= off + 3, `${read} gaps over 150 ms in six seconds, ${off} where nothing is read`);
  });

  test('a page that takes its own document apart while it is read does no harm', async () => {
    const page = await visit('apart');
    await run(page, () => {
      let at = 0;
      const timer = setInterval(() => {
        const [first] = document.querySelectorAll('p');
        if (first === undefined || ++at > 60) return clearInterval(timer);
        document.documentElement.append(first);
        document.body.replaceChildren(...[...document.body.childNodes].reverse());
        if (at % 20 === 0) document.documentElement.replaceChildren(...document.documentElement.childNodes);
      }, 10);
    });
    await rests(2500);
    const next = await visit('apart/next');
    assert.ok((await marksOn(next)).length >= 2);
    await page.bringToFront();
    await page.evaluate('document.documentElement.remove()');
    await rests(600);
    const last = await visit('apart/last');
    assert.ok((await marksOn(last)).length >= 2, 'the extension reads on');
  });
});
