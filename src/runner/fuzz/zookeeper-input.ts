import type { Scenario } from '../../view/scenario.ts';
import type { Pid } from '../../view/time.ts';
import type { Asked } from './any-deed.ts';
import type { Dice } from './dice.ts';
import { randomCall } from './zookeeper-calls.ts';

/** A line for whatever program a client has, or another server for it. */
export function zookeeperInput(dice: Dice, file: Scenario<'zookeeper'>, pid: Pid): Asked {
  if (dice.chance(0.1)) {
    const { sid } = dice.pick(file.setup.servers);
    return { name: 'MOVE', data: { server: sid } };
  }
  const program = file.setup.clients.find(({ id }) => id === pid)?.program;
  return { name: 'LINE', data: { text: lineFor(dice, program) } };
}

function lineFor(dice: Dice, program: string | undefined): string {
  if (program === 'api') {
    return JSON.stringify(Array.from({ length: dice.between(1, 4) }, () => randomCall(dice)));
  }
  if (program === 'subscriber') return dice.pick(['/a', '/a/b', '/q', '/missing']);
  return dice.pick(LINES);
}

const LINES = [
  'create /a 1',
  'create -e /e 1',
  'create -s /a/n- x',
  'set /a 2',
  'get -w /a',
  'ls -w /',
  'delete /a',
  'deleteall /a',
  'stat /a',
  'addauth digest u:p',
  'close',
  'connect',
  'quit',
  'nonsense',
];
