import type { NodeChange, ZnodeView } from '../../../view/zookeeper-ask.ts';
import type { Zxid } from '../../../view/zxid.ts';
import { zxidText } from '../../../view/zxid.ts';

/** The fields of a stat: a zxid beside what it counts, two in a row where both are short. */
export const STAT_ROWS = [
  ['czxid', 'version'],
  ['mzxid', 'cversion'],
  ['pzxid', 'aversion'],
  ['dataLength', 'numChildren'],
  ['ctime'],
  ['mtime'],
  ['ephemeralOwner'],
] as const;
export type StatField = (typeof STAT_ROWS)[number][number];

/** A sentence of the page's words (`znodeCard.why.<key>`) with its values. */
export interface Sentence {
  readonly key: string;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** Why a field is what it is. */
export interface Story {
  readonly sentences: readonly Sentence[];
  /** The transactions that made it so, as far as they are known, oldest first. */
  readonly changes: readonly NodeChange[];
  /** How many more there were that are not listed. */
  readonly more: number;
}

type What = NodeChange['what'];

/** Which changes of a node set a field. */
const MADE_BY: Readonly<Record<StatField, readonly What[]>> = {
  czxid: ['created'],
  ctime: ['created'],
  mzxid: ['created', 'data'],
  mtime: ['created', 'data'],
  version: ['data'],
  pzxid: ['created', 'child-created', 'child-deleted'],
  cversion: ['child-created', 'child-deleted'],
  aversion: ['acl'],
  ephemeralOwner: ['created'],
  dataLength: ['created', 'data'],
  numChildren: ['child-created', 'child-deleted'],
};

/** Fields that hold what the newest change said; the others count all of them. */
const NEWEST: readonly StatField[] = ['mzxid', 'mtime', 'pzxid', 'dataLength'];

const same = (a: Zxid, b: Zxid): boolean => a.epoch === b.epoch && a.counter === b.counter;

/** It came with the server: no transaction has made it. */
const isOriginal = ({ czxid }: ZnodeView): boolean => czxid.epoch === 0 && czxid.counter === 0;

const letters = (text: string): number => Array.from(text).length;

function sentencesOf(field: StatField, node: ZnodeView): Sentence[] {
  const { czxid, mzxid, pzxid, version, cversion, aversion } = node;
  switch (field) {
    case 'czxid':
    case 'ctime':
      return isOriginal(node) ? [{ key: 'original' }] : [{ key: `${field}.made` }];
    case 'mzxid':
    case 'mtime':
      return [{ key: same(mzxid, czxid) ? `${field}.neverSet` : `${field}.set` }];
    case 'pzxid': {
      if (same(pzxid, czxid)) return [{ key: 'pzxid.noChild' }];
      const values = { mzxid: zxidText(mzxid), pzxid: zxidText(pzxid) };
      return [
        { key: 'pzxid.child' },
        ...(same(pzxid, mzxid) ? [] : [{ key: 'pzxid.differs', values }]),
      ];
    }
    case 'version':
      return [{ key: 'version.times', values: { count: version } }];
    case 'cversion': {
      const { creates, numChildren } = node;
      const deleted = creates - numChildren;
      // The root and /zookeeper have children that no transaction has created.
      if (deleted < 0)
        return [{ key: 'cversion.given', values: { creates, numChildren, cversion } }];
      return [{ key: 'cversion.times', values: { created: creates, deleted, cversion } }];
    }
    case 'aversion':
      return [
        { key: aversion < 0 ? 'aversion.given' : 'aversion.times', values: { count: aversion } },
      ];
    case 'ephemeralOwner':
      return [ownerSentence(node)];
    case 'dataLength': {
      const { text, dataLength } = node;
      if (text === null) return [{ key: 'dataLength.none' }];
      // The rest of long data is not sent.
      if (node.hex.length / 2 < dataLength)
        return [{ key: 'dataLength.long', values: { bytes: dataLength } }];
      const values = { bytes: dataLength, letters: letters(text) };
      return [
        { key: letters(text) === dataLength ? 'dataLength.ascii' : 'dataLength.utf8', values },
      ];
    }
    case 'numChildren': {
      const { creates, numChildren } = node;
      const deleted = creates - numChildren;
      if (deleted < 0) return [{ key: 'numChildren.given', values: { numChildren } }];
      return [{ key: 'numChildren.left', values: { created: creates, deleted, numChildren } }];
    }
  }
}

function ownerSentence({ kind, ttl, ephemeralOwner }: ZnodeView): Sentence {
  if (kind === 'ttl') return { key: 'ephemeralOwner.ttl', values: { ttl } };
  if (kind !== 'ephemeral') return { key: `ephemeralOwner.${kind}` };
  return { key: 'ephemeralOwner.session', values: { session: ephemeralOwner } };
}

export function storyOf(field: StatField, node: ZnodeView): Story {
  const made = MADE_BY[field];
  const all = node.changes.filter(({ what }) => made.includes(what));
  const changes = NEWEST.includes(field) ? all.slice(-1) : all;
  const counted = NEWEST.includes(field)
    ? changes.length
    : made.reduce((sum, what) => sum + node.counts[what], 0);
  // What the log does not reach cannot be listed, and is said to be missing.
  const gap = counted < expected(field, node) && !isOriginal(node);
  const told = sentencesOf(field, node);
  return {
    sentences: gap ? [...told, { key: 'older' }] : told,
    changes,
    more: Math.max(0, counted - changes.length),
  };
}

/** How many transactions made a field what it is. */
function expected(
  field: StatField,
  { version, aversion, creates, numChildren }: ZnodeView,
): number {
  switch (field) {
    case 'version':
      return version;
    case 'aversion':
      return aversion;
    case 'cversion':
    case 'numChildren':
      return creates < numChildren ? 0 : creates * 2 - numChildren;
    // They say enough by themselves.
    case 'dataLength':
    case 'ephemeralOwner':
      return 0;
    default:
      return 1;
  }
}
