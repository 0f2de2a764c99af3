/** The ways in which a call of the client library goes wrong, as Java has them. */
import type { Code } from '../zookeeper/records/codes.ts';

/** A server, or the handle, has answered with an error [org.apache.zookeeper.KeeperException]. */
export class KeeperFailure extends Error {
  readonly code: Code;
  /** As the client wrote it; null when the exception has none. */
  readonly path: string | null;

  constructor(code: Code, path: string | null) {
    super(code);
    this.code = code;
    this.path = path;
  }
}

/** Refused by the client library before anything was sent [java.lang.IllegalArgumentException]. */
export class IllegalArgument extends Error {}
