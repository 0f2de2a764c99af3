import { bool, list, nullable, num, record, str } from './codec.ts';
import type { Codec } from './codec.ts';
import type {
  OutsideView,
  ProviderView,
  RedisKey,
  RedisView,
  StorageView,
  StorageWrite,
  TableRow,
  TableView,
} from './outside.ts';

const byKind: { readonly [K in OutsideView['kind']]: Codec<OutsideView & { readonly kind: K }> } = {
  storage: record<StorageView>({
    kind: str<'storage'>(),
    pid: num,
    name: str(),
    fencing: bool,
    value: nullable(str()),
    writer: nullable(num),
    greatest: nullable(num),
    refused: num,
    writes: list(
      record<StorageWrite>({
        value: str(),
        writer: num,
        token: nullable(num),
        at: num,
        accepted: bool,
      }),
    ),
  }),
  table: record<TableView>({
    kind: str<'table'>(),
    pid: num,
    name: str(),
    rows: list(record<TableRow>({ id: str(), owner: str(), beat: num, term: num })),
    clock: num,
    statements: num,
    vain: num,
  }),
  redis: record<RedisView>({
    kind: str<'redis'>(),
    pid: num,
    name: str(),
    role: str<RedisView['role']>(),
    keys: list(record<RedisKey>({ key: str(), value: str(), expiresAt: nullable(num) })),
    clock: num,
    commands: num,
    vain: num,
  }),
  provider: record<ProviderView>({
    kind: str<'provider'>(),
    pid: num,
    name: str(),
    answered: num,
    failed: num,
    waiting: num,
  }),
};

const kindCodec = str<OutsideView['kind']>();

/** A process outside ZooKeeper: which kind it is comes first. */
export const outsideView: Codec<OutsideView> = {
  write: (out, value) => {
    kindCodec.write(out, value.kind);
    (byKind[value.kind] as Codec<OutsideView>).write(out, value);
  },
  read: (from) => byKind[kindCodec.read(from)].read(from),
};
