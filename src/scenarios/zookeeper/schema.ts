import * as v from 'valibot';
import { LIMITS } from '../../view/limits.ts';
import {
  list,
  map,
  ms,
  name,
  pid,
  positive,
  sid,
  some,
  statField,
  whole,
} from '../schema-primitives.ts';

/** Conditions that only this protocol understands. */
export const zookeeperConditions = {
  node: v.strictObject({
    node: v.strictObject({ path: name, exists: v.boolean(), server: v.exactOptional(pid) }),
  }),
  nodeData: v.strictObject({
    nodeData: v.strictObject({
      path: name,
      is: v.nullable(v.pipe(v.string(), v.maxLength(LIMITS.lineCharacters))),
      server: v.exactOptional(pid),
    }),
  }),
  stat: v.strictObject({
    stat: v.strictObject({
      path: name,
      field: statField,
      is: v.union([v.number(), v.string()]),
      server: v.exactOptional(pid),
    }),
  }),
  session: v.strictObject({
    session: v.strictObject({
      pid,
      is: v.picklist(['alive', 'over']),
      timeoutMs: v.exactOptional(positive),
      server: v.exactOptional(pid),
    }),
  }),
  output: v.strictObject({ output: v.strictObject({ pid, contains: name }) }),
  answered: v.strictObject({ answered: pid }),
  printed: v.strictObject({
    printed: v.strictObject({
      pid,
      lines: list(v.pipe(v.string(), v.maxLength(LIMITS.lineCharacters))),
    }),
  }),
  watchesFired: v.strictObject({
    watchesFired: v.strictObject({ pid, atLeast: positive }),
  }),
  logged: v.strictObject({ logged: v.strictObject({ pid, zxid: name }) }),
  underWay: v.strictObject({
    underWay: v.strictObject({ from: pid, to: pid, kind: name, count: whole }),
  }),
  atStage: v.strictObject({
    atStage: v.strictObject({
      stage: v.picklist(['prep', 'sync', 'flush', 'commit', 'final']),
      op: v.exactOptional(name),
      server: v.exactOptional(pid),
    }),
  }),
};

const treePath = v.pipe(v.string(), v.minLength(1), v.maxLength(LIMITS.treePath));
/** A server's own limit, in characters. */
const text = v.pipe(v.string(), v.maxLength(0xfffff));

const zooCfg = v.strictObject({
  tickTime: v.exactOptional(positive),
  minSessionTimeout: v.exactOptional(v.pipe(v.number(), v.safeInteger(), v.minValue(-1))),
  maxSessionTimeout: v.exactOptional(v.pipe(v.number(), v.safeInteger(), v.minValue(-1))),
  maxClientCnxns: v.exactOptional(whole),
  maxCnxns: v.exactOptional(whole),
  snapCount: v.exactOptional(positive),
  globalOutstandingLimit: v.exactOptional(whole),
  'jute.maxbuffer': v.exactOptional(positive),
  skipACL: v.exactOptional(v.boolean()),
  enforceQuota: v.exactOptional(v.boolean()),
  extendedTypesEnabled: v.exactOptional(v.boolean()),
  forceSync: v.exactOptional(v.boolean()),
  flushDelay: v.exactOptional(whole),
  maxBatchSize: v.exactOptional(whole),
  'znode.container.checkIntervalMs': v.exactOptional(positive),
  'znode.container.maxPerMinute': v.exactOptional(positive),
  'znode.container.maxNeverUsedIntervalMs': v.exactOptional(whole),
  'autopurge.snapRetainCount': v.exactOptional(whole),
  'autopurge.purgeInterval': v.exactOptional(whole),
  'DigestAuthenticationProvider.superDigest': v.exactOptional(text),
  '4lw.commands.whitelist': v.exactOptional(text),
  clientPort: v.exactOptional(positive),
  dataDir: v.exactOptional(name),
  dataLogDir: v.exactOptional(name),
  commitLogCount: v.exactOptional(whole),
  snapshotSizeFactor: v.exactOptional(v.pipe(v.number(), v.minValue(-1e9), v.maxValue(1))),
  preAllocSize: v.exactOptional(whole),
  'fsync.warningthresholdms': v.exactOptional(whole),
  'fastleader.minNotificationInterval': v.exactOptional(positive),
  'fastleader.maxNotificationInterval': v.exactOptional(positive),
  cnxTimeout: v.exactOptional(positive),
});

/** A standalone server or an ensemble with its `zoo.cfg`, and its clients. */
export const zookeeperSetup = v.strictObject({
  servers: list(
    v.strictObject({
      sid,
      observer: v.exactOptional(v.boolean()),
      lists: v.exactOptional(v.pipe(list(sid, LIMITS.namedAtOnce), v.minLength(1))),
      startMs: v.exactOptional(v.nullable(ms)),
    }),
    LIMITS.namedAtOnce,
  ),
  ensemble: v.exactOptional(
    v.strictObject({
      initLimit: v.exactOptional(positive),
      syncLimit: v.exactOptional(positive),
      finalizeWaitMs: v.exactOptional(ms),
      leaderServes: v.exactOptional(v.boolean()),
      localSessionsEnabled: v.exactOptional(v.boolean()),
      localSessionsUpgradingEnabled: v.exactOptional(v.boolean()),
      readOnlyMode: v.exactOptional(v.boolean()),
      groups: v.exactOptional(list(list(sid, LIMITS.namedAtOnce), LIMITS.namedAtOnce)),
      weights: v.exactOptional(map(v.string(), whole)),
    }),
  ),
  clients: list(
    v.strictObject({
      id: v.pipe(v.number(), v.integer(), v.minValue(101), v.maxValue(999)),
      name: v.exactOptional(v.pipe(v.string(), v.minLength(1), v.maxLength(12))),
      timeoutMs: v.exactOptional(positive),
      program: v.exactOptional(name),
      servers: v.exactOptional(v.pipe(list(sid, LIMITS.namedAtOnce), v.minLength(1))),
      inOrder: v.exactOptional(v.boolean()),
      readOnly: v.exactOptional(v.boolean()),
      address: v.exactOptional(name),
      connects: v.exactOptional(v.boolean()),
      lines: v.exactOptional(
        v.pipe(
          v.array(v.pipe(v.string(), v.maxLength(LIMITS.lineCharacters))),
          v.maxLength(LIMITS.clientLines),
        ),
      ),
      spare: v.exactOptional(v.boolean()),
      startMs: v.exactOptional(v.nullable(ms)),
    }),
    LIMITS.namedAtOnce,
  ),
  cfg: v.exactOptional(zooCfg),
  tree: v.exactOptional(
    v.pipe(
      v.array(
        v.strictObject({
          path: treePath,
          data: v.exactOptional(v.nullable(text)),
          mode: v.exactOptional(v.picklist(['persistent', 'container'])),
        }),
      ),
      v.maxLength(LIMITS.treeNodes),
    ),
  ),
  clockMs: v.exactOptional(whole),
  stageMs: v.exactOptional(v.pipe(v.number(), v.minValue(0.001), v.maxValue(60_000))),
  watch: v.exactOptional(list(name, LIMITS.namedAtOnce)),
  broken: v.exactOptional(list(name, LIMITS.namedAtOnce)),
});

export const someZooKeeperSetup = v.strictObject(some(zookeeperSetup.entries));
