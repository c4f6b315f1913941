/** The articles to try. Every place, person and outlet in them is made up. */
import nightTrain from '../samples/night-train.html';
import river from '../samples/river.html';

export interface Sample {
  /** What is to be seen in it. */
  name: string;
  text: string;
}

export const SAMPLES: readonly [Sample, ...Sample[]] = [
  { name: 'A dam, at third hand', text: river },
  { name: 'A night train', text: nightTrain },
];
