/** The form of what only an election understands. */
import * as v from 'valibot';
import { LIMITS } from '../../view/limits.ts';
import { epoch, list, ms, name, pid, positive, sid, some, whole } from '../schema-primitives.ts';

const server = v.strictObject({
  sid,
  observer: v.exactOptional(v.boolean()),
  currentEpoch: v.exactOptional(epoch),
  acceptedEpoch: v.exactOptional(epoch),
  log: v.exactOptional(v.pipe(v.string(), v.maxLength(LIMITS.logCharacters))),
  zxid: v.exactOptional(name),
  round: v.exactOptional(whole),
  startMs: v.exactOptional(v.nullable(ms)),
});

export const electionSetup = v.strictObject({
  profile: v.picklist(['golden', 'zookeeper-3.8']),
  tickTimeMs: v.exactOptional(positive),
  initLimit: v.exactOptional(positive),
  syncLimit: v.exactOptional(positive),
  finalizeWaitMs: v.exactOptional(ms),
  connectTimeoutMs: v.exactOptional(ms),
  servers: list(server, LIMITS.namedAtOnce),
  broken: v.exactOptional(list(name, LIMITS.namedAtOnce)),
});

export const someElectionSetup = v.strictObject(some(electionSetup.entries));

export const electionConditions = {
  vote: v.strictObject({ vote: v.strictObject({ pid, leader: pid }) }),
  notifications: v.strictObject({ notifications: whole }),
};
