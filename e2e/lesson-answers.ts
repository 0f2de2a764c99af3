/**
 * The right answer of each question, and one that is wrong, by the ids of lesson and step. They are
 * written out here and not taken from the run: an answer that changes by accident must be noticed.
 */
export type Answers = Readonly<Record<string, { readonly right: string; readonly wrong: string }>>;

export const lessonAnswers: Readonly<Record<string, Answers>> = {
  'did-it-happen': {
    'answer-lost': { right: 'nothing', wrong: 'not-done' },
    retry: { right: 'three', wrong: 'two' },
    race: { right: 'b', wrong: 'a' },
  },
  'znode-tree': {
    sequential: { right: 'one', wrong: 'zero' },
    'no-children': { right: 'refused', wrong: 'ignored' },
    version: { right: 'beta', wrong: 'alpha' },
    offline: { right: 'nothing', wrong: 'deleted' },
    dies: { right: 'sequential', wrong: 'all' },
    'next-number': { right: 'four', wrong: 'three' },
  },
  'push-the-bell': {
    bell: { right: 'bell', wrong: 'value' },
    pull: { right: 'eleven', wrong: 'five' },
    slow: { right: 'one-newest', wrong: 'three-all' },
    same: { right: 'told', wrong: 'silent' },
    leaves: { right: 'eight', wrong: 'eleven' },
  },
  'watch-fires-once': {
    first: { right: 'once', wrong: 'twice' },
    read: { right: 'three', wrong: 'one' },
    missing: { right: 'deletion', wrong: 'both' },
    persistent: { right: 'thrice', wrong: 'once' },
    away: { right: 'nothing', wrong: 'told' },
  },
  'what-a-session-is': {
    bounds: { right: 'least', wrong: 'wish' },
    breaks: { right: 'stays', wrong: 'gone' },
    missed: { right: 'told', wrong: 'lost' },
    silence: { right: 'client', wrong: 'server' },
    expires: { right: 'unsure', wrong: 'expired' },
    back: { right: 'expired', wrong: 'same' },
  },
  majorities: {
    'one-dies': { right: 'on', wrong: 'down' },
    'two-die': { right: 'down', wrong: 'half' },
    split: { right: 'neither', wrong: 'right' },
  },
  'first-start': {
    second: { right: 'switches', wrong: 'keeps' },
    third: { right: 'three', wrong: 'nobody' },
    fifth: { right: 'three', wrong: 'five' },
    together: { right: 'five', wrong: 'three' },
  },
  'after-a-crash': {
    hears: { right: 'one', wrong: 'keeps' },
    winner: { right: 'two', wrong: 'four' },
    return: { right: 'two', wrong: 'three' },
  },
  'late-joiner': {
    'larger-id': { right: 'three', wrong: 'four' },
    'larger-zxid': { right: 'dropped', wrong: 'leads' },
    'leader-dies': { right: 'five', wrong: 'four' },
  },
  'paxos-case-1': {
    quorum: { right: 'yes', wrong: 'all' },
    third: { right: 'three', wrong: 'all' },
  },
  'paxos-case-2': {
    report: { right: 'reports', wrong: 'drops' },
    must: { right: 'adopt', wrong: 'own' },
    lecture: { right: 'propose', wrong: 'promise' },
  },
  'paxos-case-3': {
    refused: { right: 'refuses', wrong: 'accepts' },
    end: { right: 'never', wrong: 'lucky' },
    'one-waits': { right: 'twenty', wrong: 'ten' },
    leader: { right: 'ten', wrong: 'twenty' },
  },
  'minority-value': {
    dies: { right: 'open', wrong: 'chosen' },
    misses: { right: 'y', wrong: 'x' },
    third: { right: 'y', wrong: 'z' },
    unknown: { right: 'yes', wrong: 'no' },
  },
  'acceptors-write-to-disk': {
    restart: { right: 'all', wrong: 'nothing' },
    empty: { right: 'two', wrong: 'adopts' },
    promise: { right: 'two', wrong: 'nothing' },
  },
};
