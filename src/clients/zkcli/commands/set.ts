import { utf8Of } from '../../../zookeeper/records/utf8.ts';
import { flag, lines, mustHave, pathOf, valued, versionOf } from '../command.ts';
import type { Command } from '../command.ts';
import { setData } from '../../api.ts';
import { has, parseOptions } from '../options.ts';
import { statLines } from '../stat-lines.ts';

const options = { options: [flag('s', 'stats'), valued('v', 'version')] };

/** [SetCommand] */
export const set: Command = {
  name: 'set',
  usage: '[-s] [-v version] path data',
  options,
  *run(words, { chroot }) {
    const parsed = parseOptions(options, words);
    mustHave(parsed.args, 3, set);
    const data = utf8Of(parsed.args[2] ?? '');
    const stat = yield* setData(chroot, pathOf(parsed), data, versionOf(parsed));
    if (has(parsed, 's')) yield* lines(statLines(stat));
  },
};
