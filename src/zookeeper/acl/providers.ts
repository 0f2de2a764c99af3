/** The authentication schemes of a server without further set-up: digest and ip [ProviderRegistry]. */
import type { Id } from '../records/acl.ts';
import { base64Of } from '../records/base64.ts';
import { textOf } from '../records/utf8.ts';
import type { Bytes } from '../records/values.ts';
import { ipMatches, isIpRange } from './ip.ts';
import { sha1 } from './sha1.ts';

interface Provider {
  /** Whether `auth` in an ACL stands for its ids [AuthenticationProvider.isAuthenticated]. */
  readonly authenticated: boolean;
  /** Whether an id may stand in an ACL. */
  readonly valid: (id: string) => boolean;
  /** @param id of a connection; `wanted` stands in an ACL */
  readonly matches: (id: string, wanted: string) => boolean;
  /** What `whoAmI` tells of an id. */
  readonly user: (id: string) => string;
}

const PROVIDERS: Readonly<Record<string, Provider>> = {
  digest: {
    authenticated: true,
    valid: (id) => javaParts(id) === 2,
    matches: (id, wanted) => id === wanted,
    user: (id) => id.split(':')[0] ?? '',
  },
  ip: { authenticated: false, valid: isIpRange, matches: ipMatches, user: (id) => id },
};

export const providerOf = (scheme: string): Provider | undefined =>
  Object.hasOwn(PROVIDERS, scheme) ? PROVIDERS[scheme] : undefined;

/** How many parts Java's `split(":")` sees: empty ones at the end do not count. */
const javaParts = (id: string): number => id.replace(/:+$/, '').split(':').length;

/** `user:base64(sha1("user:password"))` [DigestAuthenticationProvider.generateDigest]. */
export const digestId = (userAndPassword: Bytes): string =>
  `${textOf(userAndPassword).split(':')[0] ?? ''}:${base64Of(sha1(userAndPassword))}`;

/**
 * The ids that `addauth` gives a connection, or null when there is no such scheme, or nothing to
 * identify oneself with: then the server
 * refuses with AuthFailed and closes. A wrong password is nobody's business: it makes another id.
 * @param address of the client
 * @param superDigest `user:hash` of who may do everything; '' for nobody
 */
export function authenticate(
  scheme: string,
  auth: Bytes | null,
  address: string,
  superDigest: string,
): readonly Id[] | null {
  if (scheme === 'ip') return [{ scheme, id: address }];
  // Over what is not there the provider stumbles, which counts as a refusal.
  if (scheme !== 'digest' || auth === null) return null;
  const id = digestId(auth);
  const own: Id = { scheme, id };
  return id === superDigest ? [{ scheme: 'super', id: '' }, own] : [own];
}

/** One more set of ids; what a connection has already it does not get twice. */
export const addIds = (ids: readonly Id[], more: readonly Id[]): readonly Id[] => [
  ...ids,
  ...more.filter(({ scheme, id }) => !ids.some((has) => has.scheme === scheme && has.id === id)),
];

/** [AuthUtil.getUser] */
export const userOf = ({ scheme, id }: Id): string => providerOf(scheme)?.user(id) ?? '';
