/** The lessons' scenarios, each loaded when it is asked for; unchecked. */
const files: Readonly<Record<string, () => Promise<{ readonly default: unknown }>>> = {
  'did-it-happen': () => import('./did-it-happen/lesson.json'),
  'znode-tree': () => import('./znode-tree/lesson.json'),
  'compare-version': () => import('./compare-version/lesson.json'),
  'push-the-bell': () => import('./push-the-bell/lesson.json'),
  'watch-fires-once': () => import('./watch-fires-once/lesson.json'),
  'what-a-session-is': () => import('./what-a-session-is/lesson.json'),
  majorities: () => import('./majorities/lesson.json'),
  'first-start': () => import('./first-start/lesson.json'),
  'after-a-crash': () => import('./after-a-crash/lesson.json'),
  'late-joiner': () => import('./late-joiner/lesson.json'),
  'epoch-decides': () => import('./epoch-decides/lesson.json'),
  'paxos-case-1': () => import('./paxos-case-1/lesson.json'),
  'paxos-case-2': () => import('./paxos-case-2/lesson.json'),
  'paxos-case-3': () => import('./paxos-case-3/lesson.json'),
  'livelock-cures': () => import('./livelock-cures/lesson.json'),
  'minority-value': () => import('./minority-value/lesson.json'),
  'acceptors-write-to-disk': () => import('./acceptors-write-to-disk/lesson.json'),
  'one-write-one-read': () => import('./one-write-one-read/lesson.json'),
  'proposal-nobody-saw': () => import('./proposal-nobody-saw/lesson.json'),
  'acknowledged-not-announced': () => import('./acknowledged-not-announced/lesson.json'),
  'how-old-is-a-read': () => import('./how-old-is-a-read/lesson.json'),
  'leader-that-slept': () => import('./leader-that-slept/lesson.json'),
  'half-a-partition': () => import('./half-a-partition/lesson.json'),
  'break-zab': () => import('./break-zab/lesson.json'),
  'what-majorities-cost': () => import('./what-majorities-cost/lesson.json'),
  'read-write-split': () => import('./read-write-split/lesson.json'),
  'master-and-standby': () => import('./master-and-standby/lesson.json'),
  'queue-for-the-lock': () => import('./queue-for-the-lock/lesson.json'),
  'thundering-herd': () => import('./thundering-herd/lesson.json'),
  'readers-and-writers': () => import('./readers-and-writers/lesson.json'),
  'create-without-answer': () => import('./create-without-answer/lesson.json'),
  'service-discovery': () => import('./service-discovery/lesson.json'),
  'who-is-master': () => import('./who-is-master/lesson.json'),
  'two-owners': () => import('./two-owners/lesson.json'),
  'cap-choose': () => import('./cap-choose/lesson.json'),
  'two-generals': () => import('./two-generals/lesson.json'),
  'three-generals': () => import('./three-generals/lesson.json'),
  'seven-generals': () => import('./seven-generals/lesson.json'),
};

/** What a lesson's file holds; null when there is no such lesson. */
export async function lessonData(id: string): Promise<unknown> {
  const file = Object.hasOwn(files, id) ? files[id] : undefined;
  return file === undefined ? null : (await file()).default;
}
