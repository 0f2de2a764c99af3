import { permText } from '../acl-text.ts';
import { flag, lines, mustHave, pathOf } from '../command.ts';
import type { Command } from '../command.ts';
import * as zk from '../../api.ts';
import { has, parseOptions } from '../options.ts';
import { statLines } from '../stat-lines.ts';

const options = { options: [flag('s', 'stats')] };

/** [GetAclCommand] */
export const getAcl: Command = {
  name: 'getAcl',
  usage: '[-s] path',
  options,
  *run(words, { chroot }) {
    const parsed = parseOptions(options, words);
    mustHave(parsed.args, 2, getAcl);
    const { acl, stat } = yield* zk.getAcl(chroot, pathOf(parsed));
    // The record's own text [Id.toString] ends its line.
    for (const { scheme, id, perms } of acl) {
      yield* lines([`'${scheme},'${id}`, `: ${permText(perms)}`]);
    }
    if (has(parsed, 's')) yield* lines(statLines(stat));
  },
};
