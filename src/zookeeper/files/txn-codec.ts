/** Transactions as bytes [util.SerializeUtils, zookeeper.jute]. */
import type { Acl } from '../records/acl.ts';
import { CODES } from '../records/codes.ts';
import type { Code } from '../records/codes.ts';
import type { Txn, TxnBody } from '../records/txns.ts';
import { BadFile } from './bad-file.ts';
import { JuteReader } from './jute-reader.ts';
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

/** The number under which a log holds a kind of transaction. */
export const typeNumber = (type: TxnBody['type']): number => TYPES[type];

export const readAcls = (reader: JuteReader): readonly Acl[] =>
  reader.vector(() => {
    const perms = reader.int();
    return { scheme: reader.text(), id: reader.text(), perms };
  }, LEAST_ACL);

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
  const session = reader.session();
  const cxid = reader.int();
  const zxid = reader.zxid();
  const time = reader.long();
  const body = readBody(reader, readType(reader));
  let digest: number | null = null;
  if (reader.rest >= DIGEST_BYTES) {
    reader.int();
    digest = reader.long();
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
  const number = reader.int();
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
      const path = reader.text();
      const data = reader.buffer();
      const acl = readAcls(reader);
      const marked = type === 'create' || type === 'create2';
      const ephemeral = marked && reader.boolean();
      const parentCVersion = reader.int();
      const ttl = type === 'createTTL' ? reader.long() : 0;
      return { type, path, data, acl, ephemeral, parentCVersion, ttl };
    }
    case 'delete':
    case 'deleteContainer':
      return { type, path: reader.text() };
    case 'setData':
    case 'reconfig': {
      const path = reader.text();
      return { type, path, data: reader.buffer(), version: reader.int() };
    }
    case 'setACL': {
      const path = reader.text();
      return { type, path, acl: readAcls(reader), version: reader.int() };
    }
    case 'check':
      return { type, path: reader.text(), version: reader.int() };
    case 'createSession':
      return { type, timeout: reader.int() };
    case 'closeSession': // before 3.6 it had no body
      return { type, paths: reader.rest === 0 ? [] : reader.vector(() => reader.text(), 4) };
    case 'error': {
      const at = reader.offset;
      const number = reader.int();
      const code = codeNames.get(number);
      if (code === undefined) throw new BadFile('unknown-type', at, `error code ${number}`);
      return { type, code };
    }
    case 'multi':
      return { type, txns: reader.vector(() => readPart(reader), 8) };
  }
}

function readPart(reader: JuteReader): TxnBody {
  const start = reader.offset;
  const type = readType(reader);
  const at = reader.offset;
  const length = reader.int();
  if (type === 'multi' || length < 0 || length > reader.rest) {
    throw new BadFile('bad-length', at, `part of a multi with ${length} bytes`);
  }
  const part = new JuteReader(reader.bytes, reader.offset, reader.offset + length);
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
