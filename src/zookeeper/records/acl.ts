/** Permission bits: READ 1, WRITE 2, CREATE 4, DELETE 8, ADMIN 16 [ZooDefs.Perms]. */
export const PERMS = { READ: 1, WRITE: 2, CREATE: 4, DELETE: 8, ADMIN: 16, ALL: 31 } as const;

/** Who: `world:anyone`, `digest:user:hash`, `ip:127.0.0.1`, … [org.apache.zookeeper.data.Id]. */
export interface Id {
  readonly scheme: string;
  readonly id: string;
}

/** One entry of an access control list [org.apache.zookeeper.data.ACL]. */
export interface Acl extends Id {
  /** Sum of {@link PERMS}. */
  readonly perms: number;
}
