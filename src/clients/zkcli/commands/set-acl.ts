import type { Acl } from '../../../zookeeper/records/acl.ts';
import { keeperMessage } from '../../../zookeeper/records/texts.ts';
import { parseAcl } from '../acl-text.ts';
import { part } from '../../steps.ts';
import type { Steps } from '../../steps.ts';
import { flag, lines, mustHave, pathOf, valued, versionOf } from '../command.ts';
import type { Command } from '../command.ts';
import { KeeperFailure } from '../../api-failures.ts';
import * as zk from '../../api.ts';
import type { Chroot } from '../../api.ts';
import { has, parseOptions } from '../options.ts';
import { statLines } from '../stat-lines.ts';
import { visitSubtree } from '../subtree.ts';

const options = {
  options: [flag('s', 'stats'), valued('v', 'version'), flag('R', 'recursive')],
};

/** [SetAclCommand] */
export const setAcl: Command = {
  name: 'setAcl',
  usage: '[-s] [-v version] [-R] path acl',
  options,
  *run(words, { chroot }) {
    const parsed = parseOptions(options, words);
    mustHave(parsed.args, 3, setAcl);
    const acl = yield* parseAcl(parsed.args[2] ?? '');
    const version = versionOf(parsed);
    const path = pathOf(parsed);
    if (has(parsed, 'R')) {
      yield* visitSubtree(chroot, path, false, (each) => setOne(chroot, each, acl, version));
      return;
    }
    const stat = yield* zk.setAcl(chroot, path, acl, version);
    if (has(parsed, 's')) yield* lines(statLines(stat));
  },
};

/** What goes wrong with one node of many is said without ending its line, and the next one follows. */
function* setOne(chroot: Chroot, path: string, acl: readonly Acl[], version: number): Steps {
  try {
    yield* zk.setAcl(chroot, path, acl, version);
  } catch (error) {
    if (!(error instanceof KeeperFailure)) throw error;
    yield* part(keeperMessage(error.code, error.path ?? ''));
  }
}
