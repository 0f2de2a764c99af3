/** Requests from numbers, so that a test's generator and its shrinking need to know numbers alone. */
import type { ReadRequest } from '../final/read.ts';
import type { WriteRequest } from '../prep/prepare.ts';
import type { Acl, Id } from '../records/acl.ts';
import { CREATE_MODES } from '../records/requests.ts';
import type { MultiOp } from '../records/requests.ts';
import { OPEN_ACL } from '../tree/acl-cache.ts';
import { only } from './requests.ts';

/** Who knows `alice:secret`. */
export const ALICE: Id = { scheme: 'digest', id: 'alice:aYXlLOpEooaV1cRAvUL1fp9Qt7E=' };

/** Which of three connections, and what it asks. */
export interface Step<R> {
  readonly connection: number;
  readonly request: R;
  /** How many waiting transactions are applied afterwards. */
  readonly commits: number;
}

/** How many numbers a request may take. */
export const NUMBERS = 24;

const ACLS: readonly (readonly Acl[])[] = [
  OPEN_ACL,
  OPEN_ACL,
  OPEN_ACL,
  only(1),
  [{ ...ALICE, perms: 31 }],
];
const PATHS = ['/', '/a', '/b', '/a/x', '/a/y', '/a/x/1', '/b/s-', '/zookeeper', '/c'];
const VERSIONS = [-1, -1, -1, 0, 1];
const DATA = [null, '', 'x', 'long data'];

/** Takes one number after the other. */
class Pick {
  private readonly numbers: readonly number[];
  private next = 0;

  constructor(numbers: readonly number[]) {
    this.numbers = numbers;
  }

  below(count: number): number {
    return (this.numbers[this.next++] ?? 0) % count;
  }

  of<T>(values: readonly T[]): T {
    const value = values[this.below(values.length)];
    if (value === undefined) throw new RangeError('nothing to pick from');
    return value;
  }
}

export function anyStep(numbers: readonly number[]): Step<WriteRequest | ReadRequest> {
  const pick = new Pick(numbers);
  const connection = 1 + pick.below(3);
  const request = pick.below(2) === 0 ? anyWrite(pick) : anyRead(pick);
  return { connection, request, commits: 0 };
}

export function writeStep(numbers: readonly number[]): Step<WriteRequest> {
  const pick = new Pick(numbers);
  const connection = 1 + pick.below(3);
  const commits = pick.below(4);
  return { connection, request: anyWrite(pick), commits };
}

function anyWrite(pick: Pick): WriteRequest {
  const kind = pick.below(10);
  if (kind < 6) return anyPart(pick);
  if (kind < 8) {
    return { op: 'multi', ops: Array.from({ length: pick.below(5) }, () => anyPart(pick)) };
  }
  if (kind === 9) return { op: 'closeSession' };
  return { op: 'setACL', path: pick.of(PATHS), acl: pick.of(ACLS), version: pick.of(VERSIONS) };
}

function anyPart(pick: Pick): MultiOp {
  const op = pick.of(['create', 'create', 'delete', 'setData', 'check'] as const);
  const path = pick.of(PATHS);
  switch (op) {
    case 'create': {
      const mode = pick.of(CREATE_MODES.slice(0, 5));
      return { op, path, data: pick.of(DATA), acl: pick.of(ACLS), mode };
    }
    case 'setData':
      return { op, path, data: pick.of(DATA), version: pick.of(VERSIONS) };
    case 'delete':
    case 'check':
      return { op, path, version: pick.of(VERSIONS) };
  }
}

function anyRead(pick: Pick): ReadRequest {
  const op = pick.of([
    'exists',
    'getData',
    'getChildren2',
    'addWatch',
    'getAllChildrenNumber',
  ] as const);
  const path = pick.of(PATHS);
  switch (op) {
    case 'exists':
    case 'getData':
    case 'getChildren2':
      return { op, path, watch: pick.below(2) === 0 };
    case 'addWatch':
      return { op, path, mode: pick.of(['PERSISTENT', 'PERSISTENT_RECURSIVE'] as const) };
    case 'getAllChildrenNumber':
      return { op, path };
  }
}
