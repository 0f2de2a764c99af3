import { utf8Of } from '../../../zookeeper/records/utf8.ts';
import { err, out } from '../../steps.ts';
import type { Steps } from '../../steps.ts';
import { flag, mustHave, pathOf } from '../command.ts';
import type { Command } from '../command.ts';
import { KeeperFailure } from '../../api-failures.ts';
import { exists, getData, namesOfChildren, remove, setData } from '../../api.ts';
import type { Chroot } from '../../api.ts';
import { has, parseOptions } from '../options.ts';
import type { OptionsSpec } from '../options.ts';
import { limitPath, QUOTA_ROOT, quotaPath, readTrack, trackText } from '../quota-text.ts';
import { LIMITS } from './quota-options.ts';

const options: OptionsSpec = {
  options: LIMITS.map(({ option, description }) => flag(option, description)),
  group: 'optional',
};

/** [DelQuotaCommand] */
export const deleteQuota: Command = {
  name: 'delquota',
  usage: '[-n|-b|-N|-B] path',
  options,
  *run(words, { chroot }) {
    const parsed = parseOptions(options, words);
    mustHave(parsed.args, 2, deleteQuota);
    const path = pathOf(parsed);
    const keys = LIMITS.filter(({ option }) => has(parsed, option)).map(({ key }) => key);
    try {
      yield* forget(chroot, path, keys);
    } catch (error) {
      if (!(error instanceof KeeperFailure) || error.code !== 'NoNode') throw error;
      yield* err(`quota for ${path} does not exist.`);
    }
  },
};

/** @param keys the limits to lift; none means all, and the quota's nodes with them */
function* forget(chroot: Chroot, path: string, keys: readonly string[]): Steps {
  const limits = limitPath(path);
  if ((yield* exists(chroot, limits)) === null) {
    yield* out(`Quota does not exist for ${path}`);
    return;
  }
  const track = readTrack((yield* getData(chroot, limits)).data);
  if (keys.length > 0) {
    const lifted = new Map([...track, ...keys.map((key) => [key, -1n] as const)]);
    yield* setData(chroot, limits, utf8Of(trackText(lifted)), -1);
    return;
  }
  const above = quotaPath(path);
  for (const child of yield* namesOfChildren(chroot, above)) {
    yield* remove(chroot, `${above}/${child}`, -1);
  }
  yield* trim(chroot, above);
}

/** Removes the nodes upwards as long as they are empty [DelQuotaCommand.trimProcQuotas]. */
function* trim(chroot: Chroot, from: string): Steps {
  for (let path = from; path !== QUOTA_ROOT; path = path.slice(0, path.lastIndexOf('/'))) {
    if ((yield* namesOfChildren(chroot, path)).length > 0) return;
    yield* remove(chroot, path, -1);
  }
}
