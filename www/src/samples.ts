/** The articles to try, as plain text or as the HTML of a page. Every place, person and outlet in them is made up. */
import bell from '../samples/bell.txt';
import nightTrain from '../samples/night-train.html';
import orchard from '../samples/orchard.txt';
import river from '../samples/river.html';
import whistle from '../samples/whistle.txt';

export interface Sample {
  name: string;
  text: string;
}

/** The first is read when nothing else is asked for. */
export const SAMPLES: readonly [Sample, ...Sample[]] = [
  { name: 'A ferry’s whistle', text: whistle },
  { name: 'Moss on apple trees', text: orchard },
  { name: 'The second bell', text: bell },
  { name: 'A dam upstream', text: river },
  { name: 'A night train', text: nightTrain },
];
