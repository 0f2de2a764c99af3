/** Transactions as bytes [util.SerializeUtils, zookeeper.jute]. */
import type { Acl } from '../records/acl.ts';
import { CODES } from '../records/codes.ts';
import type { Code } from '../records/codes.ts';
import type { Txn, TxnBody } from '../records/txns.ts';
import { BadFile } from './bad-file.ts';
import type { JuteReader } from './jute-reader.ts';
import { JuteWriter } from './jute-writer.ts';

/** [ZooDefs.OpCode] */
const TYPES: Readonly<Record<TxnBody['type'], number>> = {
  create: 1,
  delete: 2,
  setData: 5,
  setACL: 7,
  check: 13,
  multi: 14,
  create2: 15,
  reconfig: 16,
  createContainer: 19,
  deleteContainer: 20,
  createTTL: 21,
  error: -1,
  createSession: -10,
  closeSession: -11,
};

/** The version of the way in which a tree's digest is computed [DigestCalculator]. */
export const DIGEST_VERSION = 2;
/** Version and digest. */
const DIGEST_BYTES = 12;
/** Number, scheme and id. */
const LEAST_ACL = 12;

const inverse = <K extends string>(table: Readonly<Record<K, number>>): ReadonlyMap<number, K> => {
  const keys = Object.keys(table) as K[];
  return new Map(keys.map((key) => [table[key], key]));
};
const typeNames = inverse(TYPES);
const codeNames = inverse<Code>(CODES);

/** The kind of transaction that a log holds under a number; undefined: none. */
export const typeNamed = (number: number): TxnBody['type'] | undefined => typeNames.get(number);
/** The error of a number. */
export const codeNamed = (number: number): Code | undefined => codeNames.get(number);
/** The number under which a log holds a kind of transaction. */
export const typeNumber = (type: TxnBody['type']): number => TYPES[type];

/** @param tell hears of each entry before it is read */
export const readAcls = (reader: JuteReader, tell: () => void = () => {}): readonly Acl[] =>
  reader.vector(
    () => {
      tell();
      const perms = reader.int('perms');
      return { scheme: reader.text('scheme'), id: reader.text('id'), perms };
    },
    LEAST_ACL,
    'acl',
  );

export const writeAcls = (writer: JuteWriter, acl: readonly Acl[]): void =>
  writer.vector(acl, ({ perms, scheme, id }) => {
    writer.int(perms);
    writer.text(scheme);
    writer.text(id);
  });

/**
 * A header, a body, a digest when there is one; all that the reader has.
 * @throws BadFile
 */
export function readTxn(reader: JuteReader): Txn {
  const session = reader.session('clientId');
  const cxid = reader.int('cxid');
  const zxid = reader.zxid('zxid');
  const time = reader.long('time');
  const body = readBody(reader, readType(reader));
  let digest: number | null = null;
  if (reader.rest >= DIGEST_BYTES) {
    reader.int('digestVersion');
    digest = reader.long('treeDigest');
  }
  if (reader.rest > 0) {
    throw new BadFile('too-long', reader.offset, `${reader.rest} bytes behind the transaction`);
  }
  return { session, cxid, zxid, time, body, digest };
}

export function writeTxn(writer: JuteWriter, txn: Txn): void {
  writer.session(txn.session);
  writer.int(txn.cxid);
  writer.zxid(txn.zxid);
  writer.long(txn.time);
  writer.int(TYPES[txn.body.type]);
  writeBody(writer, txn.body);
  if (txn.digest === null) return;
  writer.int(DIGEST_VERSION);
  writer.long(txn.digest);
}

function readType(reader: JuteReader): TxnBody['type'] {
  const at = reader.offset;
  const number = reader.int('type');
  const type = typeNames.get(number);
  if (type === undefined) throw new BadFile('unknown-type', at, `transaction of type ${number}`);
  return type;
}

function readBody(reader: JuteReader, type: TxnBody['type']): TxnBody {
  switch (type) {
    case 'create':
    case 'create2':
    case 'createContainer':
    case 'createTTL': {
      const path = reader.text('path');
      const data = reader.buffer('data');
      const acl = readAcls(reader);
      const marked = type === 'create' || type === 'create2';
      const ephemeral = marked && reader.boolean('ephemeral');
      const parentCVersion = reader.int('parentCVersion');
      const ttl = type === 'createTTL' ? reader.long('ttl') : 0;
      return { type, path, data, acl, ephemeral, parentCVersion, ttl };
    }
    case 'delete':
    case 'deleteContainer':
      return { type, path: reader.text('path') };
    case 'setData':
    case 'reconfig': {
      const path = reader.text('path');
      return { type, path, data: reader.buffer('data'), version: reader.int('version') };
    }
    case 'setACL': {
      const path = reader.text('path');
      return { type, path, acl: readAcls(reader), version: reader.int('version') };
    }
    case 'check':
      return { type, path: reader.text('path'), version: reader.int('version') };
    case 'createSession':
      return { type, timeout: reader.int('timeOut') };
    case 'closeSession': // before 3.6 it had no body
      if (reader.rest === 0) return { type, paths: [] };
      return { type, paths: reader.vector(() => reader.text('path'), 4, 'paths2Delete') };
    case 'error': {
      const at = reader.offset;
      const number = reader.int('err');
      const code = codeNames.get(number);
      if (code === undefined) throw new BadFile('unknown-type', at, `error code ${number}`);
      return { type, code };
    }
    case 'multi':
      return { type, txns: reader.vector(() => readPart(reader), 8, 'txns') };
  }
}

function readPart(reader: JuteReader): TxnBody {
  const start = reader.offset;
  const type = readType(reader);
  const at = reader.offset;
  const length = reader.int('length');
  if (type === 'multi' || length < 0 || length > reader.rest) {
    throw new BadFile('bad-length', at, `part of a multi with ${length} bytes`);
  }
  const part = reader.part(length);
  const body = readBody(part, type);
  if (part.rest > 0) throw new BadFile('too-long', start, `${part.rest} bytes behind a part`);
  reader.offset = part.end;
  return body;
}

function writeBody(writer: JuteWriter, body: TxnBody): void {
  switch (body.type) {
    case 'create':
    case 'create2':
    case 'createContainer':
    case 'createTTL':
      writer.text(body.path);
      writer.buffer(body.data);
      writeAcls(writer, body.acl);
      if (body.type === 'create' || body.type === 'create2') writer.boolean(body.ephemeral);
      writer.int(body.parentCVersion);
      if (body.type === 'createTTL') writer.long(body.ttl);
      return;
    case 'delete':
    case 'deleteContainer':
      writer.text(body.path);
      return;
    case 'setData':
    case 'reconfig':
      writer.text(body.path);
      writer.buffer(body.data);
      writer.int(body.version);
      return;
    case 'setACL':
      writer.text(body.path);
      writeAcls(writer, body.acl);
      writer.int(body.version);
      return;
    case 'check':
      writer.text(body.path);
      writer.int(body.version);
      return;
    case 'createSession':
      writer.int(body.timeout);
      return;
    case 'closeSession':
      writer.vector(body.paths, (path) => writer.text(path));
      return;
    case 'error':
      writer.int(CODES[body.code]);
      return;
    case 'multi':
      writer.vector(body.txns, (part) => {
        const inner = new JuteWriter();
        writeBody(inner, part);
        writer.int(TYPES[part.type]);
        writer.int(inner.size);
        writer.raw(inner.done());
      });
  }
}
