/** Logs and snapshots of a real server: read, put together, and asked like a simulated server's disk. */
import { pagesOf } from '../../kernel/pages.ts';
import { answerFrom } from '../../ensemble/ask/answer.ts';
import type { Asked } from '../../ensemble/ask/asked.ts';
import type { RecordPlace } from '../../ensemble/ask/record-on.ts';
import { unknownServer } from '../../ensemble/ghost.ts';
import { ZERO } from '../../protocols/election/zxid.ts';
import type {
  DigestCheck,
  FileProblemView,
  OpenedLog,
  OpenedSnapshot,
  OpenedView,
  TreeRun,
  TreeScenario,
} from '../../view/opened-files.ts';
import type { ZooKeeperAnswer, ZooKeeperQuestion } from '../../view/zookeeper-ask.ts';
import { LIMITS } from '../../view/limits.ts';
import type { Txn } from '../../zookeeper/records/txns.ts';
import { blankDisk, txnAt } from '../../zookeeper/server/disk.ts';
import type { Disk } from '../../zookeeper/server/disk.ts';
import { emptyTree, znodeCount } from '../../zookeeper/tree/data-tree.ts';
import { inOrder, loaded } from './join.ts';
import { recordOf } from './read-log.ts';
import type { ReadLog } from './read-log.ts';
import { digestOf } from './read-snapshot.ts';
import type { ReadSnapshot } from './read-snapshot.ts';
import { readWhole, recordsOf } from './reading.ts';
import type { Read } from './reading.ts';
import { scenarioOf } from './tree-scenario.ts';

export interface FileToOpen {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Bytes that it has on disk, when those are others. */
  readonly size?: number;
  /** Why it could not even be unpacked. */
  readonly problem?: FileProblemView;
}

/** A file that is here whole, or was read while it came. */
export type Given = FileToOpen | Read;

const isRead = (one: Given): one is Read => !('bytes' in one);

const UNKNOWN: DigestCheck = { state: 'unknown', compared: 0, at: null };

export class OpenedFiles {
  readonly view: OpenedView;
  private readonly asked: Asked;
  private readonly hasTree: boolean;

  /** @param tell hears how many bytes of those that are here whole have been read */
  constructor(files: readonly Given[], tell: (done: number) => void = () => {}) {
    let before = 0;
    let records: number = LIMITS.fileRecords;
    for (const one of files) if (isRead(one)) records -= recordsOf(one);
    const read = files.map((file): Read => {
      if (isRead(file)) return file;
      const one = readFile(file, records, (done) => tell(before + done));
      records -= recordsOf(one);
      before += file.bytes.length;
      return one;
    });
    const logs = read.filter((one): one is ReadLog => 'txns' in one);
    const snapshots = read.filter((one): one is ReadSnapshot => 'content' in one);
    const { joined, apart } = inOrder(logs);
    const { tree, snapshot, replayed, lack, digests } = loaded(joined, snapshots);
    const disk: Disk = {
      ...blankDisk,
      files: joined.map(({ txns }) => ({ name: txns[0]?.zxid ?? ZERO, txns: pagesOf(txns) })),
      snapshots: snapshots.map((one) => ({ zxid: one.zxid, tree: one.tree })),
    };
    this.hasTree = tree !== null;
    this.asked = {
      s: null,
      tree: tree ?? emptyTree,
      kept: disk,
      // Nothing has just happened here.
      newest: null,
      owners: new Map(),
      ghost: unknownServer(0),
      record: (index) => recordIn(joined, index),
    };
    this.view = {
      files: read.map((one) => {
        if ('txns' in one) return logView(one, apart.has(one), digests.get(one) ?? UNKNOWN);
        return 'content' in one ? snapshotView(one) : one;
      }),
      cells: snapshots.length + joined.reduce((sum, { txns }) => sum + txns.length, 0),
      tree:
        tree === null
          ? null
          : {
              zxid: tree.lastZxid,
              nodes: znodeCount(tree),
              snapshot: snapshot?.name ?? null,
              replayed,
            },
      lack,
    };
  }

  /** The server of the question means nothing here. Null: only a run knows that. */
  ask(question: ZooKeeperQuestion): ZooKeeperAnswer | null {
    if (question.ask === 'console' || question.ask === 'complete' || question.ask === 'seen')
      return null;
    return answerFrom(this.asked, question);
  }

  /** A transaction of the logs that go together; null when there is none. */
  txn(index: number): Txn | null {
    return txnAt(this.asked.kept, index);
  }

  /** What of the tree can begin a run; null when there is none. */
  run(): TreeRun | null {
    if (!this.hasTree) return null;
    const { nodes, left } = scenarioOf(this.asked.tree);
    return { nodes, left };
  }

  /** The tree as the beginning of a run; null when there is none. */
  scenario(): TreeScenario | null {
    return this.hasTree ? scenarioOf(this.asked.tree) : null;
  }
}

/** @param most records */
function readFile(
  { name, bytes, size = bytes.length, problem }: FileToOpen,
  most: number,
  tell: (done: number) => void,
): Read {
  return problem === undefined
    ? readWhole(name, bytes, most, tell)
    : { kind: 'nothing', name, size, problem };
}

function recordIn(logs: readonly ReadLog[], index: number): RecordPlace {
  let rest = index;
  for (const log of logs) {
    const bytes = recordOf(log, rest);
    if (bytes !== null) return { file: log.name, offset: log.offsets[rest] ?? null, bytes };
    rest -= log.txns.length;
  }
  throw new RangeError(`no transaction ${index}`);
}

function logView(log: ReadLog, apart: boolean, digest: DigestCheck): OpenedLog {
  const { name, size, header, txns, end, problem } = log;
  return {
    kind: 'log',
    name,
    size,
    problem,
    ...header,
    transactions: txns.length,
    from: txns[0]?.zxid ?? null,
    to: txns.at(-1)?.zxid ?? null,
    end,
    apart,
    digest,
  };
}

function snapshotView(one: ReadSnapshot): OpenedSnapshot {
  const { name, size, content, zxid } = one;
  return {
    kind: 'snapshot',
    name,
    size,
    problem: null,
    ...content.header,
    nodes: one.nodes,
    sessions: content.sessions.length,
    zxid,
    digest: digestOf(one),
  };
}
