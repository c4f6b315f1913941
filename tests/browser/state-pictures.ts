/**
 * Photographs the states that a reader meets less often: cards of every sort, a lesson after its answers, a map of very many hands, the picture to share; and the main ones in each language and from
 * right to left.
 */
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { article, page as pageOf, plain, river, throughTwoHands } from './harness/articles.ts';
import { launch, type ExtensionBrowser } from './harness/browser.ts';
import { cardOn, waitForCard } from './harness/card.ts';
import { dress, type Look } from './harness/look.ts';
import { eventually, pointAt, run, tapOn, waitForMarks } from './harness/page.ts';
import { spotsOn } from './harness/panel.ts';
import { forget } from './harness/profile.ts';
import { savedBy } from './harness/saved.ts';
import type { Web } from './harness/web.ts';
import { failedReading, popupStates } from './popup-pictures.ts';
import { trailStates } from './trail-pictures.ts';

export type Looks = (desk: Pick<Look, 'width' | 'height' | 'scale'>) => Record<string, Look>;

const long = (letter: string) => `${letter}${letter.toLowerCase().repeat(300)}`;

/** What each card shows: its name, words of its claim. */
const CARDS: [state: string, words: string][] = [
  ['plain', 'the ferry would sail'],
  ['he-or-she', 'the old boards'],
  ['from-unnamed', 'the couple broke up'],
  ['why-unnamed', 'The bridge will close'],
  ['nobody', 'counted twice'],
  ['perhaps', 'a third boat was on its way'],
  ['denied', 'he had sold the mill'],
  ['partly-theirs', 'a dog that'],
  ['three-hands', 'The weir would be'],
  ['lying-link', 'The mill was sold to a baker'],
  ['long-names', 'The pier was sold'],
];

const STORY = pageOf(
  [
    ...plain.slice(0, 2),
    'Harbour master Nora Vey said the ferry would sail on Friday. The town had waited for weeks.',
    'An insider tells E! News that the couple broke up in May. “They are still friends,” the insider said. “They share a dog,” the insider added.',
    'The bridge will close, according to two officials who asked for anonymity because they were not permitted to talk to the press.',
    'She said that the old boards would be kept. The boards were reportedly counted twice in the spring.',
    'The Orsund Gazette reported that two boats had left, citing Commissioner Halden Roos. The Gazette also said a third boat was on its way.',
    'Piet Lorne denied that he had sold the mill. It was, he said, “a dog that” nobody would buy.',
    'The weir would be blown up, the Northern Courier reported, citing the website Nawras Net, which quoted people familiar with the talks.',
    'The mill was sold to a baker, <a href="https://lies.example/mill">Reuters reported</a> on Tuesday.',
    `The pier was sold, ${long('A')} News reported, citing ${long('B')} Post, which quoted somebody at ${long('C')} Times.`,
  ]
    .map((words) => `<p>${words}</p>`)
    .join('\n'),
).replace(
  '<title>',
  '<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><meta property="og:site_name" content="E! News"><style>body{max-width:40em;margin:2em auto;padding:0 1em;font:18px/1.5 Georgia,serif;overflow-wrap:anywhere}</style><title>',
);

/** Each sort of card. */
export async function cardStates(browser: ExtensionBrowser, web: Web, looks: Looks, folder: string): Promise<void> {
  for (const [name, look] of Object.entries(looks({ width: 1100, height: 800, scale: 1 }))) {
    const page = await browser.open(web.publish('http://enews.example/story', STORY));
    await waitForMarks(page);
    await dress(page, look);
    for (const [state, words] of CARDS) {
      await openCard(browser, page, words, look);
      await page.screenshot({ path: `${folder}/card-${state}-${name}.png` });
    }
    await page.close();
  }
}

async function openCard(
  browser: ExtensionBrowser,
  page: Page,
  words: string,
  { touch }: Pick<Look, 'touch'>,
): Promise<void> {
  await page.keyboard.press('Escape');
  await eventually('the card stays', async () => ((await cardOn(browser, page)) === null ? true : null));
  await (touch ? tapOn : pointAt)(page, words);
  await waitForCard(browser, page);
  await settled();
}

/** A lesson with two answers given, and what Hearsay says to them. */
export async function lessonStates(browser: ExtensionBrowser, looks: Looks, folder: string): Promise<void> {
  for (const [name, look] of Object.entries(looks({ width: 1100, height: 800, scale: 1 }))) {
    const page = await browser.ownPage('lessons.html#2');
    await eventually('no lesson', () => page.run(() => document.querySelector('.questions') !== null || null));
    await page.run(() => {
      const [first, second] = document.querySelectorAll('.questions li');
      const mark = (question: Element, pen: number, ...words: string[]) => {
        question.querySelectorAll<HTMLInputElement>('[name^=pen]')[pen]!.click();
        for (const word of question.querySelectorAll<HTMLElement>('[role=option]')) {
          if (words.includes(word.textContent!))
            word.dispatchEvent(new KeyboardEvent('keydown', { key: ' ', bubbles: true }));
        }
      };
      mark(first!, 0, 'Jonna', 'Rask');
      mark(first!, 1, 'A', 'second', 'ferry', 'will', 'cross');
      mark(second!, 0, 'Olle', 'Tangen.');
      mark(second!, 1, 'The', 'boat', 'was', 'built', 'in', 'Brekke,');
      first!.querySelectorAll<HTMLInputElement>('[name^=hands]')[1]!.click();
      second!.querySelectorAll<HTMLInputElement>('[name^=hands]')[2]!.click();
    });
    await page.photograph(`${folder}/lesson-marked-${name}.png`, look, true);
    await page.run(() => {
      document.querySelector<HTMLFormElement>('.questions')!.requestSubmit();
    });
    await eventually('there is no score', () => page.run(() => document.querySelector('#compared') !== null || null));
    await settled();
    await page.photograph(`${folder}/lesson-answered-${name}.png`, look, true);
    await page.close();
  }
}

/** A map of a hundred and twenty hands, and the pictures to share of it and of the sample article. */
export async function mapStates(browser: ExtensionBrowser, web: Web, looks: Looks, folder: string): Promise<void> {
  const first = ['Ada', 'Bo', 'Cy', 'Dot', 'Edda', 'Finn', 'Gerd', 'Hal', 'Ines', 'Jon', 'Kaia', 'Liv'];
  const last = ['Ashby', 'Brandt', 'Corless', 'Dunmore', 'Eastwick', 'Fenner', 'Garrow', 'Holm', 'Ibsen', 'Jarvik'];
  const people = first.flatMap((name) => last.map((family) => `${name} ${family}`));
  const many = [
    ...people.slice(0, 118).map((name, week) => `${name} said the pier would open in week ${week}.`),
    ...Array.from({ length: 40 }, (_, week) => `Officials said the bridge would open in week ${week}.`),
    ...Array.from({ length: 6 }, (_, week) => `The mill was reportedly shut in week ${week}.`),
    'Reports citing the Orle Courier said the mill was sold.',
  ];
  for (const [state, html] of [
    ['many', article(...many)],
    ['river', river],
  ] as const) {
    const page = await browser.open(web.publish(`http://${state}.example/river`, html));
    await waitForMarks(page);
    for (const [name, look] of Object.entries(looks({ width: 380, height: 800, scale: 1 }))) {
      if (state === 'river') continue;
      const panel = await browser.ownPage('side-panel.html');
      await spotsOn(panel);
      await panel.photograph(`${folder}/panel-${state}-${name}.png`, look, true);
      await panel.close();
    }
    const panel = await browser.ownPage('side-panel.html');
    await spotsOn(panel);
    const files = await savedBy(panel, '.keep p:last-child button');
    writeFileSync(`${folder}/share-${state}.png`, Buffer.from(files.at(-1)!.content, 'latin1'));
    await panel.close();
    await page.close();
  }
}

/** The card, the popup and our own pages in every language, and as a language from right to left would have them. */
export async function languages(web: Web, folder: string): Promise<void> {
  for (const language of ['de', 'es', 'fr', 'right-to-left']) {
    const profile = mkdtempSync(join(tmpdir(), `hearsay-pictures-${language}-`));
    const extension = speaking(language, join(profile, 'extension'));
    const browser = await launch('chromium', {
      headless: true,
      proxy: web.address,
      profile: join(profile, 'browser'),
      extension,
    });
    try {
      await inLanguage(browser, web, language, folder);
      await popupStates(browser, web, () => ({ [language]: look(360, 600) }), folder);
      await trailStates(browser, web, () => ({ [language]: look(380, 800) }), folder);
    } finally {
      await browser.close();
    }
    await failedReading(web, () => ({ [language]: look(360, 600) }), folder, extension);
    forget(profile);
  }
}

/** The built extension with another language in the place of English: browsers come with English alone. */
function speaking(language: string, folder: string): string {
  cpSync('target/extension/chrome', folder, { recursive: true });
  const english = join(folder, '_locales/en/messages.json');
  if (language === 'right-to-left') writeFileSync(english, readFileSync(english, 'utf8').replace('"ltr"', '"rtl"'));
  else cpSync(join(folder, `_locales/${language}/messages.json`), english);
  return folder;
}

async function inLanguage(browser: ExtensionBrowser, web: Web, language: string, folder: string): Promise<void> {
  const story = await browser.open(web.publish('http://enews.example/story', STORY));
  await waitForMarks(story);
  await openCard(browser, story, 'The bridge will close', {});
  await story.screenshot({ path: `${folder}/card-why-unnamed-${language}.png` });
  await story.close();
  const page = await browser.open(web.publish('http://merrowpost.example/river', river));
  await waitForMarks(page);
  await run(page, () => scrollTo(0, 0));
  await pointAt(page, throughTwoHands.words);
  await waitForCard(browser, page);
  await browser.inCard(page, (root) => root.querySelector<HTMLElement>('[aria-expanded]')?.click());
  await settled();
  await page.screenshot({ path: `${folder}/card-more-${language}.png` });
  const popup = await browser.popup();
  await eventually('the popup stays empty', () => popup.run(() => document.querySelector('.claim') !== null || null));
  await popup.photograph(`${folder}/popup-${language}.png`, look(360, 600), false);
  await popup.close();
  const panel = await browser.ownPage('side-panel.html');
  await spotsOn(panel);
  await settled();
  await panel.photograph(`${folder}/panel-${language}.png`, look(380, 800), true);
  await panel.close();
  for (const file of ['options', 'welcome', 'whats-new', 'lessons']) {
    const opened = await browser.ownPage(`${file}.html`);
    await settled();
    await opened.photograph(`${folder}/${file}-${language}.png`, look(1100, 800), true);
    await opened.close();
  }
  await page.close();
}

function look(width: number, height: number): Look {
  return { width, height, scale: 1, scheme: 'light' };
}

/** The card fades in; a specimen is read. */
function settled(): Promise<void> {
  return new Promise((later) => setTimeout(later, 400));
}
