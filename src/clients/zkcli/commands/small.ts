/** The commands that take nothing but a path, or nothing at all. */
import { CODES } from '../../../zookeeper/records/codes.ts';
import { FULL_VERSION } from '../../../view/zookeeper-version.ts';
import { out, resultOf, submit } from '../../steps.ts';
import { mustHave, pathOf, usageOf } from '../command.ts';
import type { Command } from '../command.ts';
import { CliFailure } from '../failures.ts';
import * as zk from '../../api.ts';
import { parseOptions } from '../options.ts';

const options = { options: [] };

/** [GetAllChildrenNumberCommand] */
export const getAllChildrenNumber: Command = {
  name: 'getAllChildrenNumber',
  usage: 'path',
  options,
  *run(words, { chroot }) {
    const parsed = parseOptions(options, words);
    mustHave(parsed.args, 2, getAllChildrenNumber);
    yield* out(String(yield* zk.getAllChildrenNumber(chroot, pathOf(parsed))));
  },
};

/** [GetEphemeralsCommand] */
export const getEphemerals: Command = {
  name: 'getEphemerals',
  usage: 'path',
  options,
  *run(words) {
    const { args } = parseOptions(options, words);
    const paths = yield* zk.getEphemerals(args[1] ?? '/');
    yield* out(`[${paths.join(', ')}]`);
  },
};

/** [SyncCommand] */
export const sync: Command = {
  name: 'sync',
  usage: 'path',
  options,
  *run(words, { chroot }) {
    const parsed = parseOptions(options, words);
    mustHave(parsed.args, 2, sync);
    const { err } = yield* zk.sync(chroot, pathOf(parsed));
    yield* out(err === 'OK' ? 'Sync is OK' : `Sync has failed. rc=${CODES[err]}`);
  },
};

/** [VersionCommand] */
export const version: Command = {
  name: 'version',
  usage: '',
  options,
  *run(words) {
    const { args } = parseOptions(options, words);
    if (args.length > 1) throw new CliFailure(usageOf(version));
    yield* out(`ZooKeeper CLI version: ${FULL_VERSION}`);
  },
};

/** It does not look at the error of its reply [ZooKeeper.whoAmI]; so only the heading is left. */
export const whoami: Command = {
  name: 'whoami',
  usage: '',
  options: null,
  *run() {
    const call = { kind: 'request', request: { op: 'whoAmI' } } as const;
    const { body } = yield* resultOf(yield* submit(call));
    yield* out('Auth scheme: User');
    if (body.kind !== 'ids') return;
    for (const { scheme, id } of body.ids) yield* out(`${scheme}: ${id}`);
  },
};

/** [CloseCommand] */
export const close: Command = {
  name: 'close',
  usage: '',
  options: null,
  *run() {
    yield* resultOf(yield* submit({ kind: 'close' }));
  },
};
