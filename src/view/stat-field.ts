/** The fields of a znode's stat. */
export type StatField =
  | 'czxid'
  | 'mzxid'
  | 'pzxid'
  | 'ctime'
  | 'mtime'
  | 'version'
  | 'cversion'
  | 'aversion'
  | 'ephemeralOwner'
  | 'dataLength'
  | 'numChildren';
