import { textOf } from '../../../zookeeper/records/utf8.ts';
import { out } from '../../steps.ts';
import { flag, lines, mustHave, pathOf, usageOf } from '../command.ts';
import type { Command } from '../command.ts';
import { getData } from '../../api.ts';
import { has, parseOptions } from '../options.ts';
import { statLines } from '../stat-lines.ts';
import { takeWatchWord } from './watch-word.ts';

const options = { options: [flag('s', 'stats'), flag('w', 'watch')] };

/** [GetCommand] */
export const get: Command = {
  name: 'get',
  usage: '[-s] [-w] path',
  options,
  *run(words, { chroot }) {
    const first = parseOptions(options, words);
    mustHave(first.args, 2, get);
    const parsed = yield* takeWatchWord(options, words, first, 'get path [watch]', usageOf(get));
    const { data, stat } = yield* getData(chroot, pathOf(parsed), has(parsed, 'w'));
    yield* out(data === null ? 'null' : textOf(data));
    if (has(parsed, 's')) yield* lines(statLines(stat));
  },
};
