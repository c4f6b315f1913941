/** Which claims a reader is shown, setting by setting. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Claim, Hop } from 'hearsay';
import { isShown } from '../../extension/src/content/claims/claim-filter.ts';
import { DEFAULTS, type Settings } from '../../extension/src/settings/schema.ts';

function hop(type: Hop['type']): Hop {
  return {
    type,
    span: null,
    name: null,
    anonymous: false,
    link: 'explicit',
    evidence: null,
    antecedent: null,
    address: null,
    reason: null,
  };
}

function claim(more: Partial<Claim>): Claim {
  return {
    id: 'c1',
    content: [],
    cue: [],
    source: [],
    kind: 'speech',
    directness: 'indirect',
    factuality: 'neutral',
    depth: 1,
    depthMax: 1,
    confidence: 0.6,
    chainConfidence: 0.6,
    parent: null,
    continues: null,
    chain: [hop('news_outlet')],
    rule: '',
    ...more,
  };
}

const table: [what: string, settings: Partial<Settings>, claim: Partial<Claim>, shown: boolean][] = [
  ['what was said, one hand away', {}, {}, true],
  ['the page’s own word', {}, { depth: 0 }, false],
  ['what the page has from itself', {}, { chain: [hop('self')] }, false],
  ['what somebody has from the page', {}, { chain: [hop('named_person'), hop('self')] }, true],
  ['a doubtful claim', {}, { confidence: 0.4 }, false],
  ['a doubtful claim, all wanted', { confidence: 'any' }, { confidence: 0.4 }, true],
  ['a likely claim, only sure ones wanted', { confidence: 'sure' }, { confidence: 0.6 }, false],
  ['a sure claim', { confidence: 'sure' }, { confidence: 0.9 }, true],
  ['one hand, two wanted', { depth: 2 }, { depth: 1 }, false],
  ['two hands, two wanted', { depth: 2 }, { depth: 2 }, true],
  ['two doubtful hands, two wanted', { depth: 2 }, { depth: 2, chainConfidence: 0.4 }, false],
  ['one doubtful hand, any number wanted', {}, { chainConfidence: 0.4 }, true],
  ['five hands, three or more wanted', { depth: 3 }, { depth: 5 }, true],
  ['a named origin, only unnamed wanted', { unnamed: true }, {}, false],
  ['an unnamed origin', { unnamed: true }, { chain: [hop('news_outlet'), hop('anonymous_collective')] }, true],
  ['a belief', {}, { kind: 'attitude' }, false],
  ['a belief, wanted', { attitudes: true }, { kind: 'attitude' }, true],
  ['a demand', {}, { kind: 'directive' }, false],
  ['a demand, wanted', { directives: true }, { kind: 'directive' }, true],
  ['a promise', {}, { kind: 'commissive' }, false],
  ['a promise, wanted', { promises: true }, { kind: 'commissive' }, true],
];
for (const [what, settings, given, shown] of table) {
  test(`${what}: ${shown ? 'marked' : 'not marked'}`, () =>
    assert.equal(isShown(claim(given), { ...DEFAULTS, ...settings }), shown));
}
