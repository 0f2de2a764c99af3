/** What the released 3.8.0 says of itself [org.apache.zookeeper.Version]. */
export const VERSION = '3.8.0';
export const BUILT = '2022-02-25 08:49 UTC';

export const FULL_VERSION = `${VERSION}-5a02a05eddb59aee6ac762f7ea82e92a68eb9c0f, built on ${BUILT}`;
