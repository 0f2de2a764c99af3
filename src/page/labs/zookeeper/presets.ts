import type { Way } from '../../../view/command.ts';
import type { Condition } from '../../../view/condition.ts';
import type { Pid } from '../../../view/time.ts';
import type { Preset } from '../../../view/preset.ts';
import { buildZooKeeper } from './set-up/draft.ts';
import type { ZooKeeperPreset } from './set-up/presets.ts';
import { zookeeperPresets as setUps } from './set-up/presets.ts';
import { ensemblePresets } from './ensemble-presets.ts';
import { twoConsoles } from './initial.ts';
import { types, wait } from './way.ts';

const SERVER = 1;
const ALPHA = 101;
const BETA = 102;
const GAMMA = 103;

const connected = (pid: Pid): Condition => ({ state: { pid, is: 'CONNECTED' } });
const flushing: Condition = { atStage: { stage: 'flush', op: 'create' } };

/** The server serves, and those who have connected have done what they begin with. */
const settled = (...pids: readonly Pid[]) =>
  wait(
    { serving: SERVER },
    ...pids.flatMap((pid): Condition[] => [connected(pid), { answered: pid }]),
    { quiet: true },
  );

/** α watches the members, and β is about to join them. */
const watched: Way = [
  settled(ALPHA, BETA),
  types(ALPHA, 'ls -w /app/members'),
  settled(ALPHA, BETA),
];
const joining = types(BETA, 'create -e /app/members/beta');

/** A set-up of the dialog, taken this way. */
const setUp = (id: ZooKeeperPreset, way: Way): Preset => {
  return { id, from: buildZooKeeper(setUps[id]()).scenario, way };
};

/** What the ZooKeeper lab offers to begin with. */
export const zookeeperPresets: readonly [Preset, ...(readonly Preset[])] = [
  ...ensemblePresets,
  // In the log, not yet on disk: nobody has been told anything.
  { id: 'write', from: twoConsoles, way: [...watched, joining, wait(flushing)] },
  // Its event flies before anything else that α may hear.
  {
    id: 'watch',
    from: twoConsoles,
    way: [...watched, joining, wait({ node: { path: '/app/members/beta', exists: true } })],
  },
  // Its session lives on, and its ephemeral node with it.
  {
    id: 'client-dies',
    from: twoConsoles,
    way: [settled(ALPHA, BETA), { kind: 'kill', pid: BETA }],
    selected: BETA,
  },
  // What was appended and never synced is gone, and nobody has been told.
  {
    id: 'server-crashes',
    from: twoConsoles,
    way: [...watched, joining, wait(flushing), { kind: 'power-off', pid: SERVER }],
    selected: SERVER,
  },
  // Two writes that came while the disk was busy wait for one flush together.
  setUp('slow-disk', [
    settled(ALPHA, BETA, GAMMA),
    types(ALPHA, 'create /app/a 1'),
    types(BETA, 'create /app/b 2'),
    types(GAMMA, 'create /app/c 3'),
    wait(flushing, { atStage: { stage: 'sync', op: 'create' } }),
  ]),
  // The answer leaves before the disk has it.
  setUp('unsafe', [
    settled(ALPHA, BETA),
    types(ALPHA, 'create /app/promised 1'),
    wait({ node: { path: '/app/promised', exists: true } }),
  ]),
];
