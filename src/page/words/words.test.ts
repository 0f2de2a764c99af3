import { createTranslator } from 'use-intl/core';
import { describe, expect, it } from 'vitest';
import type { Fact } from '../../view/fact.ts';
import { allWords, BUNDLES, together, wordsOf } from './bundles.ts';
import { en as core } from './en/index.ts';
import { sentence } from './fact-sentence.ts';
import type { LooseTranslator } from './use-words.ts';

const en = await allWords('en');
const zhCN = await allWords('zh-CN');

const leaves = (value: unknown, path: string): [string, string][] =>
  typeof value === 'string'
    ? [[path, value]]
    : Object.entries(value as Record<string, unknown>).flatMap(([key, inner]) =>
        leaves(inner, path === '' ? key : `${path}.${key}`),
      );

const argumentsOf = (message: string): string[] =>
  [...new Set([...message.matchAll(/\{(\w+)[,}]/g)].map((match) => match[1] ?? ''))].toSorted();

/** The marks round a part of a text, such as `<b>…</b>`: the page makes elements of them. */
const marksOf = (message: string): string[] => [
  ...new Set([...message.matchAll(/<(\w+)>/g)].map((match) => match[1] ?? '')),
];

const translator = (locale: 'en' | 'zh-CN', namespace?: 'facts'): LooseTranslator =>
  createTranslator({
    locale,
    messages: locale === 'en' ? en : zhCN,
    ...(namespace === undefined ? {} : { namespace }),
    timeZone: 'UTC',
    onError: (error) => {
      throw error;
    },
  }) as unknown as LooseTranslator;

const speakers = (['en', 'zh-CN'] as const).map((locale) => ({
  texts: new Map(leaves(locale === 'en' ? en : zhCN, '')),
  t: translator(locale) as unknown as {
    markup: (path: string, values: Record<string, unknown>) => string;
  },
}));

/** The message in each language, with its marks set. */
const said = (path: string, values: Record<string, number>): string[] =>
  speakers.map(({ texts, t }) => {
    const marks = marksOf(texts.get(path) ?? '').map((mark) => [
      mark,
      (inner: string) => inner || mark,
    ]);
    return t.markup(path, { ...values, ...(Object.fromEntries(marks) as typeof values) });
  });

const fact = (rule: string, data: Fact['data']): Fact => ({
  step: 0,
  time: 0,
  pid: 2,
  rule,
  cause: null,
  data,
});

describe('words', () => {
  const chinese = new Map(leaves(zhCN, ''));

  it.each(Object.keys(en))(
    'of %s can be formatted in both languages, with the same data',
    (area) => {
      const wrong = leaves(en[area as keyof typeof en], area).flatMap(([path, message]) => {
        // Every sentence of a fact is given its process.
        const names = [...argumentsOf(message), ...(area === 'facts' ? ['pid', 'pidName'] : [])];
        const values = Object.fromEntries(names.map((name) => [name, 1]));
        const empty = said(path, values).includes('');
        const others = argumentsOf(chinese.get(path) ?? '').filter((name) => !names.includes(name));
        others.push(
          ...marksOf(chinese.get(path) ?? '').filter((mark) => !marksOf(message).includes(mark)),
        );
        return empty || others.length > 0 ? [`${path} ${others.join(' ')}`] : [];
      });
      expect(wrong).toEqual([]);
    },
  );
});

describe('a bundle', () => {
  const alone = async (name: (typeof BUNDLES)[number]): Promise<string[]> =>
    leaves(await wordsOf('en', [name]), '')
      .map(([path]) => path)
      .filter((path) => !first.includes(path));
  const first = leaves(core, '').map(([path]) => path);

  it('says nothing that comes with the page or is in another bundle', async () => {
    const paths = [...first];
    for (const name of BUNDLES) {
      const own = await alone(name);
      expect(own.length).toBeGreaterThan(5);
      paths.push(...own);
    }
    expect(paths.toSorted()).toEqual(
      leaves(en, '')
        .map(([path]) => path)
        .toSorted(),
    );
    expect(new Set(paths).size).toBe(paths.length);
  });

  it('adds to an area what others have not said of it', () => {
    const terms = { terms: { zxid: 'a', epoch: 'b' }, name: 'c' };
    expect(together(terms, { terms: { ballot: 'd' } })).toEqual({
      terms: { zxid: 'a', epoch: 'b', ballot: 'd' },
      name: 'c',
    });
    expect(terms.terms).toEqual({ zxid: 'a', epoch: 'b' });
  });

  it('leaves a compiled message whole, also where both have it', () => {
    const votes = { votes: ['S', ['sid']] } as never;
    expect(together(votes, votes)).toEqual({ votes: ['S', ['sid']] });
  });
});

describe('sentence', () => {
  const say = (rule: string, data: Fact['data']): string =>
    sentence(fact(rule, data), {
      model: 'election',
      name: (pid) => `S${pid}`,
      t: translator('en', 'facts'),
    });

  it('says why a vote was switched', () => {
    const data = { from: 1, to: 2, heardZxid: '2·7', ownZxid: '2·7', by: 'sid' };
    expect(say('vote-switched', data)).toBe(
      'Server 2 switches its vote from 1 to 2: same epoch, same zxid, larger sid.',
    );
  });

  it('knows that an observer has no vote', () => {
    expect(say('looking', { round: 3, candidate: -1, epoch: 0, zxid: '0·0' })).toBe(
      'Server 2 begins election round 3; as an observer it has no vote.',
    );
  });

  it('says which invariant is broken, in plain words where there are some', () => {
    const of = (invariant: string) => say('invariant-violated', { invariant, text: 'S2 did it' });
    expect(of('E-Stable')).toBe('A working leader has stopped (E-Stable): S2 did it.');
    expect(of('X-New')).toBe('The invariant X-New is broken: S2 did it');
  });

  it('of an ensemble says so in Chinese without what the simulation says in English', () => {
    const t = translator('zh-CN', 'facts');
    const data = { invariant: 'Z-Durable', text: 'S2 did it' };
    const said = sentence(fact('invariant-violated', data), {
      model: 'zookeeper',
      name: (pid) => `S${pid}`,
      t,
    });
    expect(said).toMatch(/^S\d 成为已确立的 Leader/u);
    expect(said).not.toContain('did it');
  });

  it('says something plain about a rule that it does not know', () => {
    expect(say('moon-risen', { phase: 'full' })).toBe('S2: moon risen (phase full).');
  });
});

describe('a sentence says nothing that is not so', () => {
  const say = (rule: string, data: Fact['data'], model = 'zookeeper'): readonly string[] =>
    (['en', 'zh-CN'] as const).map((locale) =>
      sentence(fact(rule, data), { model, name: () => 'α', t: translator(locale, 'facts') }),
    );

  it('of a client no disk, of a client without watches none, of one that asked nothing no loss', () => {
    const crashed = say('crashed', { keeps: 'nothing', told: true });
    expect(crashed).toEqual([
      'α crashes: its memory is gone. Whoever is connected to it is told at once.',
      'α 宕机：内存丢失；与它相连的对端立即得知。',
    ]);
    expect(say('started', { keeps: 'nothing' })).toEqual(['α starts.', 'α 启动。']);
    const lost = { client: 1, session: '0x0', why: 'closed', watches: 0 };
    expect(say('connection-lost', lost)[0]).toMatch(/closed it\)\. It had no session yet\.$/);
    const gone = say('client-disconnected', { session: '0x1', reason: 'closed', asked: 0 });
    for (const text of gone) expect(text).not.toContain('ConnectionLoss');
    const connected = { session: '0x1', timeoutMs: 4000, watches: 0 };
    for (const text of say('client-connected', connected)) expect(text).not.toMatch(/watch|监听/);
  });

  it('of nobody that he is told or answered', () => {
    expect(say('crashed', { keeps: 'written', told: false }, 'paxos')).toEqual([
      'α crashes: its memory is gone; what it had written still reaches its disk. Nobody is told.',
      'α 宕机：内存丢失，已写出的内容仍会落盘；没有任何对端得到通知。',
    ]);
    const applied = { client: null, op: 'delete', path: '/a', zxid: '0·9', err: 'OK' };
    expect(say('txn-applied', applied)[0]).toBe('0·9 is applied: delete /a.');
  });

  it('of an empty disk that a snapshot was on it', () => {
    const loaded = say('server-loaded', { zxid: '0·0', sessions: 0, fresh: true });
    expect(loaded[0]).toContain('finds nothing on its disk');
    expect(loaded[1]).not.toContain('最新的快照');
  });

  it('of a late answer why it is late, never that a ballot is another one than itself', () => {
    const late = { from: 4, kind: 'ACCEPTED', ballot: 3, own: 3 };
    expect(say('late-ignored', { ...late, why: 'enough' }, 'paxos')[0]).toBe(
      'α no longer needs α’s vote in ballot 3: a quorum has answered already.',
    );
  });
});

describe('a sentence of Paxos', () => {
  const names = ['', 'A1', 'A2', 'A3', 'A4', 'A5'];
  const say = (locale: 'en' | 'zh-CN', rule: string, data: Fact['data']): string =>
    sentence(fact(rule, data), {
      model: 'paxos',
      name: (pid) => names[pid] ?? `${pid}`,
      t: translator(locale, 'facts'),
    });
  const refused = { from: 1, ballot: 5, value: '10%', promised: 6, holder: 5, said: true };

  it('names who, what and why', () => {
    expect(say('en', 'accept-refused', refused)).toBe(
      'A2 refuses A1’s Accept(5, 10%): it has promised 6 to A5.',
    );
    expect(say('zh-CN', 'accept-refused', refused)).toBe(
      'A2 拒绝 A1 的 Accept(5, 10%)：它已向 A5 承诺 6。',
    );
    expect(say('en', 'accept-refused', { ...refused, holder: null, said: false })).toBe(
      'A2 refuses A1’s Accept(5, 10%): it has promised 6. It stays silent.',
    );
  });

  it('says two promises and one answer', () => {
    const data = { to: 5, ballot: 2, before: 1, accBallot: 1, accValue: '10%' };
    expect(say('en', 'promised', data)).toBe(
      'A2 promises A5 ballot 2: that is more than 1, its highest so far. It reports what it has accepted: (1, 10%).',
    );
    expect(say('zh-CN', 'promised', { ...data, before: 0, accBallot: 0, accValue: null })).toBe(
      'A2 向 A5 承诺提案编号 2：它此前没有承诺过。它应答：还没有接受过提案。',
    );
  });

  it('tells an adopted value from one that a broken rule keeps', () => {
    const data = {
      ballot: 2,
      own: '20%',
      by: 'A3, A4, A5',
      from: 3,
      accBallot: 1,
      accValue: '10%',
    };
    expect(say('en', 'value-bound', { ...data, value: '10%', how: 'adopts' })).toContain(
      '10% may be chosen already, so it must propose 10%, not its own 20%.',
    );
    expect(say('en', 'value-bound', { ...data, value: '20%', how: 'ignores' })).toContain(
      'it should propose 10%, but keeps to 20%',
    );
  });
});
