/**
 * Processes outside ZooKeeper: a sentence for each rule of theirs, what the inspector says of them, and
 * their machines' events and guards. `from` and `to` are processes.
 */
export const outsideFacts = {
  'client-asks-outside': '{pidName} asks {toName}: {op}.',
  'client-told':
    '{pidName} hears from {toName} about {op}: {err, select, OK {OK{value, select, none {} other {, {value}}}} Refused {refused. Nobody listens there, so nothing was done} Lost {the connection broke. Whether it was done, it cannot know} Timeout {no answer in time. Whether it was done, it cannot know} StaleToken {refused. {value} has written before, and its own token is smaller} DuplicateKey {there is such a row, of {value}} NoRow {no row is as the statement says} NotSet {the key does not allow it} ReadOnly {a replica takes no writes} other {{err}}}.',
  'storage-wrote':
    '{pidName} takes {value} from {fromName}{token, select, none {} other { under token {token}}}.',
  'storage-refused':
    '{pidName} refuses {value} from {fromName}: {token, select, none {it brings no token} other {token {token} is smaller than {greatest}, which has written before}}.',
  'row-inserted': '{pidName} has no row {id} yet: {fromName} inserts it, and {owner} owns it.',
  'row-beat': '{pidName} notes that {owner}, who owns row {id}, gave a sign just now.',
  'row-taken-over':
    'The sign of {before} in row {id} is too old: {owner} takes it over in one statement, and the row’s term is {term}.',
  'row-deleted': '{owner} deletes its row {id}: whoever inserts next will own it.',
  'row-unchanged':
    '{pidName} changes nothing for {fromName}: {err, select, DuplicateKey {row {id} is there, and its key allows no second one} other {no row {id} is as the statement says}}.',
  'key-set':
    '{pidName} sets {key} to {value} for {fromName}{ms, select, none {} other {, for {ms} ms by its own clock}}.',
  'key-expired': 'By the clock of {pidName} the time of {key} is over: {value} is gone.',
  'key-deleted': '{pidName} deletes {key} for {fromName}; it held {value}.',
  'key-extended': '{pidName} lets {key} stay for {fromName}: {ms} ms from now.',
  'key-unchanged':
    '{pidName} leaves {key} as it is: {op, select, set {it is there already} other {it does not hold what {fromName} compares it with}}.',
  'replica-follows': '{pidName} has all keys of {masterName}, and hears of every change after it.',
  'replica-alone':
    '{pidName} has lost its master, {masterName}: what had not come over by now it will never have.',
  'replica-promoted':
    '{pidName} is a master from now on, with the {keys, plural, one {# key} other {# keys}} that it has.',
  'provider-answered':
    '{pidName} answers a call: {count, plural, one {its first} other {# so far}}.',
} as const;

export const outsideTimers = {
  REDIS_CRON: 'looks for keys whose time is over',
  DIAL_MASTER: 'tries its master again',
  PROMOTE: 'makes itself a master',
  WORKED: 'is done with the call',
  ASK_TIMEOUT: 'gives up what it asked',
} as const;

export const outsidePanels = {
  section: { storage: 'Storage', table: 'Table', redis: 'Store of keys', service: 'Calls' },
  row: {
    value: 'value',
    fencing: 'compares tokens',
    greatestToken: 'greatest token',
    refusedWrites: 'writes refused',
    row: 'row: owner, term, last sign (ms)',
    statements: 'statements',
    withoutRows: 'of these, in vain',
    role: 'role',
    key: 'key: value, end (ms)',
    replicas: 'replicas',
    commands: 'commands',
    vainSets: 'SET NX in vain',
    asks: 'asks',
    answered: 'calls answered',
    waitingCalls: 'calls waiting',
  },
} as const;

export const outsideMachine = {
  name: {
    asking: 'Lines to others',
    storage: 'Storage',
    table: 'Table',
    redis: 'Store of keys',
    provider: 'Provider',
  },
  event: {
    OUTSIDE_REQUEST: 'request',
    OUTSIDE_REPLY: 'answer',
    KEPT: 'on disk',
    ASK_TIMEOUT: 'no answer in time',
    REDIS_CRON: 'time to look for old keys',
    FOLLOW: 'a replica comes',
    COPY: 'all keys of its master',
    CHANGED: 'a key of its master changed',
    DIAL_MASTER: 'time to try its master again',
    PROMOTE: 'to be a master',
    WORKED: 'call done',
  },
  guard: {
    wantsLine: 'no line yet',
    canAsk: 'has something to ask',
    isLine: 'of one of its lines',
    isRead: 'only reads',
    isStale: 'token too small',
    isWrite: 'writes',
    isSelect: 'SELECT',
    isDuplicate: 'the key is taken',
    isInsert: 'INSERT',
    isOwnersBeat: 'sign of the owner',
    isStaleOwners: 'the owner’s sign is too old',
    isOwnersDelete: 'DELETE by the owner',
    isStatement: 'another statement',
    isReplica: 'is a replica',
    isCommand: 'is a command',
    isReplicas: 'of a replica',
    isMasters: 'of its master',
    isCall: 'is a call',
    hasEnded: 'its process is over',
  },
} as const;
