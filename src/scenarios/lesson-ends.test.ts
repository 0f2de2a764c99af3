import { describe, expect, it } from 'vitest';
import { lessons } from '../lessons/words.ts';
import { lessonFile } from './lesson-file.ts';

/**
 * What the last words of a lesson rest on, sentence by sentence: `step.expectation`, of the whole
 * lesson `.expectation`, `step?` the answer to a question of the file; of another lesson with its id and
 * a slash before it. A sentence that nothing decides has no place there.
 */
const RESTS_ON: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'did-it-happen': [
    ['answered.counter-one', 'refused.not-done', 'answer-lost?', '.one-unknown'],
    ['request-lost.counter-still-one', 'answer-lost.counter-two', 'retry?', 'overtaken.b-before-a'],
    ['what-a-session-is/breaks?', 'minority-value/unknown?'],
  ],
  'znode-tree': [
    [
      'persistent.app-made',
      'ephemeral.e-owned',
      'sequential.two-numbers',
      'both.four-children',
      'dies?',
    ],
    ['offline?', 'dies.one-transaction'],
    ['ephemeral.one-child', '.five-created'],
  ],
  'compare-version': [
    ['blind?', 'blind.one-lost'],
    ['guarded?', 'guarded.beta-refused', 'same?', 'again.six'],
  ],
  'push-the-bell': [
    ['bell?', 'pull.all-v2', 'slow.slow-history', 'slow.far-away'],
    ['slow?', '.same-everywhere'],
  ],
  'watch-fires-once': [
    ['first.one-bell', 'persistent.no-data'],
    ['away?', 'back.reads-failed', 'again.told-again'],
    ['read?', 'missing.another-node'],
  ],
  'what-a-session-is': [
    ['breaks?', 'breaks.resumed', 'missed.still-owned'],
    ['silence.node-there', 'expires?'],
    ['back?', 'anew.new-node'],
    ['silence.after-two-thirds', 'expires.gone'],
  ],
  majorities: [
    ['four.three-of-four', 'two-die?', 'two-die.look-on'],
    ['one-dies.as-three', 'sizes.even-or-odd'],
  ],
  'first-start': [['second?', 'fifth?', 'fifth.three-stays', 'together?', 'after-a-crash/hears?']],
  'after-a-crash': [['hears.by-zxid', 'winner.by-id', 'winner?', 'epoch-decides/hears.by-epoch']],
  'late-joiner': [
    ['larger-id.told-three', 'larger-zxid.three-stays'],
    ['larger-zxid.cut-back', 'other-order.tail-survives'],
  ],
  'epoch-decides': [
    ['hears.by-epoch', 'same-epoch.by-zxid', 'winner?'],
    ['led.epoch-two', 'cut.truncated', 'same-epoch?'],
  ],
  'paxos-case-1': [
    ['promises.promise-first', 'votes.two-votes'],
    ['quorum?', 'third?'],
  ],
  'paxos-case-2': [
    ['must?', 'must.twenty-lost', 'minority-value/third.highest-counts'],
    [
      'again.same-twice',
      '.two-values',
      'acceptors-write-to-disk/promise.not-kept',
      'acceptors-write-to-disk/.one-number',
      'majorities/overlap.share-two',
    ],
  ],
  'paxos-case-3': [
    ['refused.two-of-five', 'turn.sides', 'on.twelve'],
    ['end?', 'end.proved', 'livelock-cures/one-waits?'],
  ],
  'livelock-cures': [
    ['equals.a-second', 'one-waits.twenty-twice', 'other-waits.ten-twice'],
    ['chance.one-value', 'leader.first-ballot', 'silent.after-lease', 'equals.a-second'],
  ],
  'minority-value': [
    ['misses?', '.agreed'],
    ['dies?', 'meets.x-survives', 'misses.p1-down', 'third.y-twice'],
  ],
  'acceptors-write-to-disk': [
    ['restart?', 'same.x-again', 'promise.not-kept', '.one-number'],
    ['empty.forgotten', 'promise?'],
  ],
  'one-write-one-read': [
    ['forward?', 'ack?', 'ack.two-of-three'],
    ['read?', 'read.asked-nobody'],
    ['read.old-zero', 'sync.new-one'],
  ],
  'how-old-is-a-read': [
    ['three?', 'three.who'],
    ['own?', 'moves?'],
    ['sync?', 'between?', 'between.not-newer'],
  ],
  'proposal-nobody-saw': [
    ['alone?', 'alone.unknown', 'one-has-it.not-told'],
    ['returns.cut-off', 'back?', 'both-back.dropped'],
    ['one-has-it?', 'one-has-it.everywhere'],
  ],
  'acknowledged-not-announced': [
    ['committed.told', 'elected?', 'elected.by-zxid'],
    ['epoch.promised', 'equal?', 'equal.both-have'],
    ['first.two-one', 'old.only-new'],
    ['next?'],
  ],
  'break-zab': [
    [
      'quorum.on-one-disk',
      'newest.cut',
      'epoch.same-zxid',
      'cut.three-histories',
      'disk.not-on-disk',
      'fence.takes-both',
      'order.epoch-first',
      'queue.gap',
    ],
    ['quorum?', 'disk?', 'newest?', 'order?'],
  ],
  'leader-that-slept': [
    ['wakes.two-lead', 'writes?', 'writes.alone'],
    ['goes-on.promised', 'writes.alone'],
    ['wakes?', 'sleeps?', 'writes.told-alpha'],
  ],
  'half-a-partition': [
    ['one-link?', 'five?', 'one-link.two-go-on'],
    ['deaf.no-acks', 'deaf?', 'mute.both-lead'],
    ['mute?', 'mute.one-commits'],
    ['mended.same-epoch', 'flaps?', 'flaps.three-times'],
  ],
  'what-majorities-cost': [
    ['three?', 'five?', 'five.one-more'],
    ['observers?', 'reads?', 'writes.by-inform'],
    ['die?', 'five.still-writes'],
  ],
  'read-write-split': [
    ['four?', 'eight?', 'eight.two-each'],
    ['write?', 'write.all-four'],
    ['oversell?', 'version?', 'queue.one-by-one'],
  ],
  'master-and-standby': [
    ['race?', 'stands-by.watches'],
    ['server?', 'dies?'],
    ['takes-over.larger', 'sleeps?'],
  ],
  'queue-for-the-lock': [
    ['third?', 'releases.one', 'releases.order'],
    ['waiter-dies?', 'no-look?'],
    ['hundred?', 'hundred.each-once', 'three.total'],
  ],
  'thundering-herd': [
    ['releases?'],
    ['twice?', 'three.of-three', 'queue-for-the-lock/hundred?'],
    ['unfair?'],
  ],
  'readers-and-writers': [
    ['writer?', 'later?'],
    ['readers.both', 'later?', 'last.writers-order'],
    ['both-read?'],
  ],
  'create-without-answer': [
    ['reply?', 'request?'],
    ['looks.one-node', 'creates.only-now', 'blind?'],
    ['delete?'],
  ],
  'service-discovery': [
    ['register.eight', 'cache.hundred'],
    ['cache?', 'registry-down?'],
    ['crash?', 'leaves.three'],
  ],
  'who-is-master': [
    ['dies?', 'sign.taken'],
    ['ephemeral?', 'numbers.told'],
    ['numbers.told', 'back?'],
    ['sleeps?', 'two-owners/zookeeper?'],
  ],
  'two-owners': [
    ['sleeps?', 'zookeeper?'],
    ['wakes?', 'again.over-again'],
    ['fenced?', 'counter.refused-too'],
    ['clock?', 'clock.early'],
  ],
  'cap-choose': [
    ['cut.apart', 'read?'],
    ['write?', 'everybody-writes?', 'majorities?'],
    ['write.refused', 'read.one-behind', 'read-only.reads-on'],
  ],
  'two-generals': [
    ['last?', 'not-needed?', 'how-many?'],
    [
      'did-it-happen/answer-lost?',
      'minority-value/unknown?',
      'minority-value/again.everybody-learns',
    ],
  ],
  'three-generals': [
    ['who-lies?', 'every-lie?', 'four.nine'],
    ['majorities/four.three-of-four', 'majorities/two-die?'],
    ['every-lie.counted', 'four.nine', 'who-lies.disobeys'],
    ['acceptors-write-to-disk/promise?', 'break-zab/disk?'],
  ],
  'seven-generals': [
    ['one-round-less?', 'kept-back?', 'six.disobeyed', 'two-liars.obeyed'],
    ['acceptors-write-to-disk/promise?', 'break-zab/disk?'],
    ['majorities/four.three-of-four', 'signed?', 'passed-on.all-know'],
  ],
};

/** By lesson: everything that its file asserts, as it is named above. */
async function assertedIn(id: string): Promise<ReadonlySet<string>> {
  const file = await lessonFile(id);
  const steps = (file?.steps ?? []).flatMap(({ id: step, expect: expected = [], predict }) => [
    ...expected.map(({ text }) => `${step}.${text}`),
    ...(predict === undefined ? [] : [`${step}?`]),
  ]);
  return new Set([...steps, ...(file?.expect ?? []).map(({ text }) => `.${text}`)]);
}

const sentences = (text: string, stop: RegExp): number => text.match(stop)?.length ?? 0;

describe.each(lessons.map(({ id }) => id))('the last words of %s', (id) => {
  it('rest, each sentence of them, on what its file asserts', async () => {
    const missing: string[] = [];
    for (const place of (RESTS_ON[id] ?? []).flat()) {
      const [lesson = id, name = place] = place.includes('/') ? place.split('/', 2) : [id, place];
      if (!(await assertedIn(lesson)).has(name)) missing.push(place);
    }
    expect(missing).toEqual([]);
    expect((RESTS_ON[id] ?? []).every((grounds) => grounds.length > 0)).toBe(true);
  });

  it('are as many sentences in English as have something to rest on', async () => {
    const words = await lessons.find((each) => each.id === id)?.words('en');
    expect(RESTS_ON[id]?.length).toBe(sentences(words?.end ?? '', /[.?]["”]?(?=\s|$)/gu));
  });
});
