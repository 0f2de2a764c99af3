import type { CreateMode } from '../../../zookeeper/records/requests.ts';
import { MAX_TTL } from '../../../zookeeper/records/owner.ts';
import { keeperMessage } from '../../../zookeeper/records/texts.ts';
import { utf8Of } from '../../../zookeeper/records/utf8.ts';
import { parseAcl } from '../acl-text.ts';
import { err } from '../../steps.ts';
import { flag, mustHave, valued } from '../command.ts';
import type { Command } from '../command.ts';
import { KeeperFailure } from '../../api-failures.ts';
import { CliFailure, NumberFormat } from '../failures.ts';
import * as zk from '../../api.ts';
import { parseInt64 } from '../java-numbers.ts';
import { has, parseOptions, valueOf } from '../options.ts';
import type { Parsed } from '../options.ts';
import { OPEN_ACL } from '../../../zookeeper/tree/acl-cache.ts';

const options = {
  options: [
    flag('e', 'ephemeral'),
    flag('s', 'sequential'),
    flag('c', 'container'),
    valued('t', 'ttl'),
  ],
};

/** [CreateCommand] */
export const create: Command = {
  name: 'create',
  usage: '[-s] [-e] [-c] [-t ttl] path [data] [acl]',
  options,
  *run(words, { chroot }) {
    const parsed = parseOptions(options, words);
    mustHave(parsed.args, 2, create);
    const { mode, ttl } = modeOf(parsed);
    const [, path = '', text, aclText] = parsed.args;
    const data = text === undefined ? null : utf8Of(text);
    const acl = aclText === undefined ? OPEN_ACL : yield* parseAcl(aclText);
    try {
      const wish = { path, data, acl, mode, ...(ttl === null ? {} : { ttl }) };
      yield* err(`Created ${yield* zk.create(chroot, wish)}`);
    } catch (error) {
      if (error instanceof KeeperFailure && error.code === 'EphemeralOnLocalSession') {
        yield* err('Unable to create ephemeral node on a local session');
      }
      if (error instanceof KeeperFailure && error.code === 'InvalidACL') {
        yield* err(keeperMessage(error.code, error.path ?? ''));
      }
      throw error;
    }
  },
};

/** @throws CliFailure */
function modeOf(parsed: Parsed): { mode: CreateMode; ttl: number | null } {
  const [ephemeral, sequential, container] = ['e', 's', 'c'].map((name) => has(parsed, name));
  if (container === true && (ephemeral === true || sequential === true)) {
    throw new CliFailure(
      '-c cannot be combined with -s or -e. Containers cannot be ephemeral or sequential.',
    );
  }
  const ttl = ttlOf(parsed);
  if (ttl !== null) {
    if (ephemeral === true) {
      throw new CliFailure('TTLs cannot be used with Ephemeral znodes');
    }
    if (container === true) {
      throw new CliFailure('TTLs cannot be used with Container znodes');
    }
    if (ttl > BigInt(MAX_TTL) || ttl <= 0n) {
      throw new CliFailure(`ttl must be positive and cannot be larger than: ${MAX_TTL}`);
    }
    const mode = sequential === true ? 'PERSISTENT_SEQUENTIAL_WITH_TTL' : 'PERSISTENT_WITH_TTL';
    return { mode, ttl: Number(ttl) };
  }
  if (container === true) return { mode: 'CONTAINER', ttl: null };
  const kept = ephemeral === true ? 'EPHEMERAL' : 'PERSISTENT';
  return { mode: sequential === true ? `${kept}_SEQUENTIAL` : kept, ttl: null };
}

function ttlOf(parsed: Parsed): bigint | null {
  const text = valueOf(parsed, 't');
  try {
    return text === null ? null : parseInt64(text);
  } catch (error) {
    if (error instanceof NumberFormat) throw new CliFailure('-t argument must be a long value');
    throw error;
  }
}
