/**
 * The texts of the lessons: short articles, in English as all that is read, each with one thing to learn. Every place,
 * person and outlet in them is made up.
 */
import { say } from '../i18n.ts';

export interface Lesson {
  /** What it is about, and what it teaches, in the reader's language. */
  title: string;
  point: string;
  /** The article: its headline, and one sentence for each paragraph. */
  headline: string;
  sentences: readonly string[];
}

const TEXTS: readonly Pick<Lesson, 'headline' | 'sentences'>[] = [
  {
    headline: 'The clock on Tarn Street',
    sentences: [
      'The clock above the old bakery in Tarn Street has stopped at ten past four.',
      '“It has stopped before, but never for a week,” said Edda Marsh, who has sold bread below it since 1998.',
      'Councillor Piet Lorne said the town would pay for a new spring.',
      'According to the clockmaker Ruth Anders, the spring is not the trouble.',
      'The hands still throw a shadow on the wall at noon.',
    ],
  },
  {
    headline: 'A ferry for the north shore',
    sentences: [
      'A second ferry will cross the sound from May, Mayor Jonna Rask said on Monday.',
      'The boat was built in Brekke, the Skerry Herald reported, citing shipyard manager Olle Tangen.',
      'Tangen told the Herald that the engine runs on hydrogen.',
      'The Nordal Gazette reported, citing harbour master Inge Falk, that the pier is too short for it.',
      'The crossing takes forty minutes.',
    ],
  },
  {
    headline: 'Who is buying the mill?',
    sentences: [
      'The old mill at Harl has a buyer, people familiar with the sale said.',
      'The price was reportedly more than two million crowns.',
      'A senior official at the ministry, who asked not to be named, said the roof would be kept.',
      'The Harl Courier reported, citing two bankers, that the money came from abroad.',
      'The mill was built in 1911.',
    ],
  },
  {
    headline: 'What the report says',
    sentences: [
      'The weir at Lowmark has a ladder for fish.',
      'A report by the Institute for River Studies found that four in ten fish turn back before the ladder.',
      'Dagny Holm, the institute’s director, said the figure had surprised her.',
      'She said the ladder had been built for smaller fish.',
      'The report says that a second ladder would cost less than a bus.',
    ],
  },
  {
    headline: 'A bridge, third-hand',
    sentences: [
      'The Veldt bridge could close for a year, the Merrow Post reported on Friday.',
      'Citing a draft of the safety report, the website Nordblick said two cables had frayed, according to the Post.',
      'Nordblick wrote, citing an engineer, that the cables had been due for change in 2019.',
      'The road office said the bridge was safe.',
      'Two hundred lorries cross it each day.',
    ],
  },
];

/** How many lessons there are. */
export const LESSONS = TEXTS.length;

/** A lesson by its number, from 1. */
export function lessonAt(number: number): Lesson | null {
  const text = TEXTS[number - 1];
  return text === undefined
    ? null
    : { title: say(`lesson_title_${number as 1}`), point: say(`lesson_point_${number as 1}`), ...text };
}
