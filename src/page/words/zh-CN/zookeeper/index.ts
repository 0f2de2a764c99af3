import type { Bundle } from '../../words.ts';
import { zkcli } from '../zkcli.ts';
import { console } from './console.ts';
import * as ensemble from './ensemble.ts';
import { facts as electionFacts } from '../election/facts.ts';
import { facts } from './facts.ts';
import { invariants } from './invariants.ts';
import { machine, panels } from './inside.ts';
import { zookeeper } from './lab.ts';
import { rules } from './rules.ts';
import { setup } from './set-up.ts';
import { titles } from './titles.ts';
import { until } from './until.ts';
import { statTerms } from './stat-terms.ts';
import { znodeCard } from './znode-card.ts';
import { znodeTree } from './znode-tree.ts';
import { presets } from './presets.ts';
import { writePath } from './write-path.ts';

export const words: Bundle<'zookeeper'> = {
  zookeeper: { ...zookeeper, until, setup },
  ...titles,
  panels,
  machine,
  zkcli,
  znodeTree,
  writePath,
  console,
  znodeCard,
  terms: statTerms,
  facts: {
    // Members of an ensemble elect their leader as the servers of the election lab do.
    zookeeper: {
      ...electionFacts,
      ...facts,
      timer: { ...electionFacts.timer, ...facts.timer },
      more: { ...electionFacts.more, ...facts.more },
    },
  },
  presets: { zookeeper: presets },
  rules: { zookeeper: rules, ensemble: ensemble.rules },
  invariants: { ...invariants, ...ensemble.invariants },
};
