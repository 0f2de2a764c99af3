/** The many requests by which zkCli sets a quota [SetQuotaCommand.createQuota]. */
import { utf8Of } from '../../../zookeeper/records/utf8.ts';
import { err, out } from '../../steps.ts';
import type { Steps } from '../../steps.ts';
import { IllegalArgument, KeeperFailure } from '../../api-failures.ts';
import { create, exists, getData, namesOfChildren, setData } from '../../api.ts';
import type { Chroot } from '../../api.ts';
import {
  countOf,
  LIMIT_NODE,
  QUOTA_ROOT,
  quotaPath,
  readTrack,
  STAT_NODE,
  trackText,
} from '../quota-text.ts';
import type { StatsTrack } from '../quota-text.ts';
import { visitSubtree } from '../subtree.ts';
import { OPEN_ACL } from '../../../zookeeper/tree/acl-cache.ts';
import { keeperMessage } from '../../../zookeeper/records/texts.ts';
import { namesOf, parentOf } from '../../../zookeeper/records/paths.ts';

/** @param limits −1: leave as it is */
export function* createQuota(chroot: Chroot, path: string, limits: StatsTrack): Steps {
  if ((yield* exists(chroot, path)) === null) {
    throw new IllegalArgument(`${path} does not exist.`);
  }
  yield* refuseQuotaBelow(chroot, path);
  yield* refuseQuotaAbove(chroot, path);
  yield* createRoot(chroot);
  const names = namesOf(path);
  const way = names.map((_, i) => `${QUOTA_ROOT}/${names.slice(0, i + 1).join('/')}`);
  yield* createUnlessThere(chroot, way);

  const [limitNode, statNode] = [LIMIT_NODE, STAT_NODE].map((name) => `${quotaPath(path)}/${name}`);
  yield* setLimits(chroot, limitNode ?? '', statNode ?? '', limits);
}

function* setLimits(
  chroot: Chroot,
  limitNode: string,
  statNode: string,
  wanted: StatsTrack,
): Steps {
  if ((yield* exists(chroot, limitNode)) === null) {
    yield* createNode(chroot, limitNode, trackText(wanted));
    yield* createNode(chroot, statNode, 'count=0,bytes=0');
    const limits = readTrack((yield* getData(chroot, limitNode)).data);
    yield* warn(limits, readTrack((yield* getData(chroot, statNode)).data));
    return;
  }
  const now = readTrack((yield* getData(chroot, limitNode)).data);
  const next = new Map([...now, ...[...wanted].filter(([, value]) => value > -1n)]);
  yield* warn(next, readTrack((yield* getData(chroot, statNode)).data));
  yield* setData(chroot, limitNode, utf8Of(trackText(next)), -1);
}

/** Both nodes or, when the upper one is there already, neither: a chroot has none of its own. */
function* createRoot(chroot: Chroot): Steps {
  if ((yield* exists(chroot, QUOTA_ROOT)) !== null) return;
  yield* unlessThere(function* () {
    yield* createEmpty(chroot, parentOf(QUOTA_ROOT));
    yield* createEmpty(chroot, QUOTA_ROOT);
  });
}

function* createUnlessThere(chroot: Chroot, paths: readonly string[]): Steps {
  for (const path of paths) {
    if ((yield* exists(chroot, path)) !== null) continue;
    yield* unlessThere(() => createEmpty(chroot, path));
  }
}

/** What is there by now is good enough. */
function* unlessThere(steps: () => Steps): Steps {
  try {
    yield* steps();
  } catch (error) {
    if (!(error instanceof KeeperFailure) || error.code !== 'NodeExists') throw error;
  }
}

function* createEmpty(chroot: Chroot, path: string): Steps {
  yield* create(chroot, { path, data: null, acl: OPEN_ACL, mode: 'PERSISTENT' });
}

function* createNode(chroot: Chroot, path: string, text: string): Steps {
  yield* create(chroot, { path, data: utf8Of(text), acl: OPEN_ACL, mode: 'PERSISTENT' });
}

function* warn(limits: StatsTrack, stats: StatsTrack): Steps {
  for (const [kind, soft, hard] of [
    ['count', 'count', 'countHardLimit'],
    ['bytes', 'bytes', 'byteHardLimit'],
  ] as const) {
    const there = countOf(stats, soft);
    const exceeded = [soft, hard].some((key) => {
      const limit = countOf(limits, key);
      return limit > -1n && limit < there;
    });
    if (!exceeded) continue;
    yield* out(
      `[Warning]: the ${kind} quota you create is less than the existing ${kind}:${there}`,
    );
  }
}

/** No quota may stand below another [checkIfChildQuota]. */
function* refuseQuotaBelow(chroot: Chroot, path: string): Steps {
  const root = quotaPath(path);
  try {
    yield* visitSubtree(chroot, root, false, function* (each) {
      const children = yield* childrenForCheck(chroot, each);
      if (each === root || !children.includes(LIMIT_NODE)) return;
      const below = each.slice(QUOTA_ROOT.length);
      throw new IllegalArgument(`${path} has a child ${below} which has a quota`);
    });
  } catch (error) {
    if (!(error instanceof KeeperFailure) || error.code !== 'NoNode') throw error;
  }
}

/** What cannot be listed counts as empty; only a missing node does so without a word. */
function* childrenForCheck(chroot: Chroot, path: string): Steps<readonly string[]> {
  try {
    return yield* namesOfChildren(chroot, path);
  } catch (error) {
    if (!(error instanceof KeeperFailure)) throw error;
    if (error.code !== 'NoNode') {
      const name = `org.apache.zookeeper.KeeperException$${error.code}Exception`;
      yield* err(`${name}: ${keeperMessage(error.code, error.path ?? '')}`);
    }
    return [];
  }
}

/** … nor above one [checkIfParentQuota]. */
function* refuseQuotaAbove(chroot: Chroot, path: string): Steps {
  const names = namesOf(path);
  for (let depth = 1; depth < names.length; depth++) {
    const above = `/${names.slice(0, depth).join('/')}`;
    const children = yield* childrenOrNone(chroot, quotaPath(above));
    if (children.length === 0) return;
    if (!children.includes(LIMIT_NODE)) continue;
    throw new IllegalArgument(`${path} has a parent ${above} which has a quota`);
  }
}

function* childrenOrNone(chroot: Chroot, path: string): Steps<readonly string[]> {
  try {
    return yield* namesOfChildren(chroot, path);
  } catch (error) {
    if (error instanceof KeeperFailure && error.code === 'NoNode') return [];
    throw error;
  }
}
