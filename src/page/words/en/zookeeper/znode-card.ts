/** The card of a node: its data, and its stat explained field by field. */
export const znodeCard = {
  name: 'Node {path}',
  none: 'Select a node to see its data, and why each field of its stat is what it is.',
  gone: 'There is no {path} at this moment.',
  unselect: 'Close the node’s card',
  data: 'Data: {data}.',
  noData: 'none (null)',
  emptyData: 'empty, 0 bytes',
  asText: 'as text',
  asBytes: 'as bytes',
  /** Only the beginning of long data is shown. */
  cut: 'the first {shown, number} of {bytes, number} bytes',
  acl: 'ACL',
  perm: {
    c: 'create children',
    d: 'delete children',
    r: 'read',
    w: 'write',
    a: 'set the ACL',
  },
  nothing: 'nothing',
  beside: '{path} at each server',
  besideServer: 'server',
  besideData: 'data',
  notThere: 'not there',
  watchers: 'Watches',
  noWatchers: 'Nobody watches it.',
  nobody: 'a client that is not here',
  stat: 'Fields of its stat',
  whyName: 'Why is {field} {value}?',
  more: '{count, plural, one {and one more before} other {and # more before}}',
  jump: 'Go to {zxid}: just after it was applied',
  cannotJump: '{zxid} is older than this run',
  /** What a transaction did; `who` asked for it. */
  change: {
    created: 'created {path}, asked by {who}',
    data: 'set its data, asked by {who}',
    acl: 'set its ACL, asked by {who}',
    'child-created': 'created {path}, asked by {who}',
    'child-deleted': 'deleted {path}, asked by {who}',
  },
  who: { session: 'session {session}', server: 'the server itself' },
  why: {
    original: 'It came with the server: no transaction has created it, so it says 0.',
    older:
      'What came before is not known any more: the log does not go back to this node’s creation.',
    czxid: { made: 'The transaction that created it keeps this zxid for good.' },
    ctime: { made: 'The time that its creating transaction carries.' },
    mzxid: {
      neverSet: 'Its data has not been set since it was created, so mzxid still is czxid.',
      set: 'The newest transaction that set its data.',
    },
    mtime: {
      neverSet: 'Its data has not been set since it was created, so mtime still is ctime.',
      set: 'The time that the newest transaction on its data carries.',
    },
    pzxid: {
      noChild: 'No child of it was ever created or deleted, so pzxid still is czxid.',
      child: 'The newest transaction that changed its list of children.',
      differs:
        'mzxid ({mzxid}) follows its own data, pzxid ({pzxid}) its list of children: a set moves the one, a create or delete below it the other.',
    },
    version: {
      times:
        '{count, plural, =0 {Its data was never set since its creation.} one {Its data was set once since its creation.} other {Its data was set # times since its creation.}}',
    },
    cversion: {
      times:
        '{created, plural, =0 {No child was} one {# child was} other {# children were}} created and {deleted, plural, =0 {none} other {#}} deleted since it was made: {created} + {deleted} = {cversion}.',
      given:
        'A server keeps only how many children were created ({creates}) and shows 2 × {creates} − {numChildren} = {cversion}. Children that came with the server were never created by a transaction, so it falls below zero.',
    },
    aversion: {
      times:
        '{count, plural, =0 {Its ACL was never set since its creation.} one {Its ACL was set once since its creation.} other {Its ACL was set # times since its creation.}}',
      given: 'ZooKeeper gives this node its ACL as it starts, and counts that from −1.',
    },
    ephemeralOwner: {
      persistent: 'No session owns it: it stays until somebody deletes it.',
      container:
        'No session owns it. It is a container: the server deletes it some time after its last child is gone.',
      ttl: 'No session owns it. It has a time to live: the server deletes it when it has no children and nothing changed it for {ttl, number} ms.',
      session:
        'It ends with session {session}: not when the connection is lost, but when the session expires or is closed.',
    },
    dataLength: {
      none: 'It has no data at all (null), which counts as 0.',
      ascii:
        '{bytes, plural, =0 {Its data is empty.} one {One byte: one ASCII character.} other {# bytes: each character takes one.}}',
      utf8: '{bytes, plural, one {# byte} other {# bytes}} for {letters, plural, one {# character} other {# characters}}: bytes are counted, not characters (UTF-8).',
      long: '{bytes, number} bytes, of which only the first are shown here.',
    },
    numChildren: {
      left: '{created, plural, one {# child was} other {# children were}} created and {deleted, plural, =0 {none} other {#}} deleted: {created} − {deleted} = {numChildren}.',
      given: 'Among them are children that came with the server; no transaction has created those.',
    },
  },
} as const;
