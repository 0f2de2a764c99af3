/**
 * Bytes as a string, one character (U+0000 … U+00FF) for each: immutable, compared by value, and its
 * length is the number of bytes. Text becomes bytes through UTF-8 (`utf8.ts`).
 */
export type Bytes = string;

/** A session's id as ZooKeeper prints it, e.g. `0x100006e62b10000`; {@link NO_SESSION} for none. */
export type SessionId = string;

export const NO_SESSION: SessionId = '0x0';

/** Milliseconds since 1970 of a server's clock: what ctime and mtime hold. */
export type WallMs = number;
