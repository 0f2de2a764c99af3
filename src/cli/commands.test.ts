import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { conformance } from './conformance-command.ts';
import { sim } from './sim-command.ts';
import { document, file, folder, said, scenario } from './testing/said.ts';

const fixtures = join(import.meta.dirname, '../../fixtures/zookeeper-3.8');

describe('sim run', () => {
  it('prints the trace, each expectation with its result, and the digest', () => {
    const { code, out } = said(sim, ['run', file('good.json', scenario)]);
    expect(code).toBe(0);
    expect(out.find((line) => line.includes('leader-established'))).toMatch(/^ +\d+\.\d{3} S3 /);
    expect(out).toContain('ok three-leads');
    expect(out.at(-1)).toMatch(/digest [0-9a-f]{16}$/);
  });

  it('says what a lesson expects in a sentence', () => {
    const lesson = join(import.meta.dirname, '../lessons/late-joiner/lesson.json');
    expect(said(sim, ['run', lesson]).out).toContain('ok S3 leads epoch 2');
    const report = document(said(sim, ['run', lesson, '--json']));
    expect(report['expectations']).toContainEqual({ text: 'S3 leads epoch 2', ok: true });
  });

  it('gives one JSON document with the fields that others rely on', () => {
    const report = document(said(sim, ['run', file('good.json', scenario), '--json']));
    expect(report).toMatchObject({
      scenario: 'two and three',
      seed: 4,
      expectations: [{ text: 'three-leads', ok: true }],
      violations: [],
    });
    expect(Object.keys(report)).toEqual(
      expect.arrayContaining(['time', 'digest', 'servers', 'trace']),
    );
    expect((report['servers'] as { state: string }[]).map(({ state }) => state)).toEqual([
      'FOLLOWING',
      'FOLLOWING',
      'LEADING',
    ]);
  });

  it('fails when the run never comes to what the file says was done to it', () => {
    const far = file('far.json', { ...scenario, interventions: [kill(1_000_000, 10)] });
    const { code, out } = said(sim, ['run', far]);
    expect(code).toBe(1);
    expect(out).toContain('interventions[0]: the run has not come to its step');
    expect(said(sim, ['run', far, '--until', '500']).code).toBe(0);
  });

  it.each(['run', 'check'])('tells each second how far it is: sim %s', (command) => {
    const options = [
      { id: 'three', if: { leader: 3 } },
      { id: 'two', if: { leader: 2 } },
    ];
    // Pings go on.
    const until = { timeMs: 100_000 };
    const steps = [{ id: 'leads', until, predict: { options, answer: 'three' } }];
    const setup = { ...scenario.setup, profile: 'zookeeper-3.8' };
    const long = file('long.json', { ...scenario, setup, steps });
    // A clock that goes on by so much each time that somebody looks at it.
    const clock = (seconds: number) => {
      let now = 0;
      return () => (now += seconds);
    };
    const { err } = said(sim, [command, long], [], clock(0.5));
    expect(err.length).toBeGreaterThan(0);
    for (const line of err) expect(line).toMatch(/long\.json: \d+ steps, at [\d.]+ ms; Ctrl\+C/u);
    expect(said(sim, [command, long], [], clock(0.001)).err).toEqual([]);
  });

  it('fails by exit code 1 when an expectation fails', () => {
    const wrong = { ...scenario, expect: [{ text: 'two-leads', that: { leader: 2 } }] };
    const { code, out } = said(sim, ['run', file('wrong.json', wrong)]);
    expect(code).toBe(1);
    expect(out).toContain('FAIL two-leads');
  });

  it('depends on the seed where latencies are drawn, and on nothing else', () => {
    const drawn = { ...scenario, latency: { kind: 'uniform', min: 1000, max: 9000 } };
    const path = file('drawn.json', drawn);
    const digest = (...more: string[]): unknown =>
      document(said(sim, ['run', path, '--json', ...more]))['digest'];
    expect(digest()).toBe(digest('--seed', '4'));
    expect(digest()).not.toBe(digest('--seed', '5'));
  });

  it('stops at the time given', () => {
    const path = file('good.json', scenario);
    const report = document(said(sim, ['run', path, '--until', '50', '--json']));
    expect(report['time']).toBeLessThanOrEqual(50);
  });
});

describe('sim fuzz', () => {
  it('finds nothing in the sound protocol', () => {
    const report = document(said(sim, ['fuzz', 'election', '--runs', '20', '--json']));
    expect(report).toMatchObject({ runs: 20, violations: [] });
    expect(report['events']).toBeGreaterThan(1000);
    expect(Object.keys(report)).toEqual(expect.arrayContaining(['faults', 'eventsPerSecond']));
  });

  it('finds a broken rule, and says how to see it again', () => {
    const args = ['fuzz', 'election', '--runs', '20', '--seed', '1', '--break', 'forget-epoch'];
    const { code, out } = said(sim, args);
    expect(code).toBe(0);
    const again = out.find((line) => line.includes('again: ')) ?? '';
    expect(again).toMatch(/-- fuzz election --runs 1 --seed \d+ --break forget-epoch$/);
    const found = said(sim, again.split(' -- ')[1]?.split(' ') ?? []);
    const violation = (lines: readonly string[]): string | undefined =>
      lines.find((line) => line.startsWith('violation of '));
    expect(violation(out)).toContain('violation of Z-Fence');
    expect(violation(found.out)).toBe(violation(out));
  });

  it('saves a run as a scenario that breaks the same invariant at the same step', () => {
    const path = join(folder, 'saved.json');
    const args = ['fuzz', 'election', '--runs', '20', '--break', 'forget-epoch', '--save', path];
    const report = document(said(sim, [...args, '--json']));
    const [violation] = report['violations'] as { invariant: string; step: number }[];
    expect(said(sim, ['check', path]).code).toBe(0);
    const replayed = said(sim, ['run', path, '--json']);
    expect(replayed.code).toBe(1);
    expect(document(replayed)).toMatchObject({
      violations: [{ invariant: violation?.invariant, step: violation?.step }],
    });
  });

  it('runs an ensemble with clients under the rules of its broadcast', () => {
    const report = document(said(sim, ['fuzz', 'zab', '--runs', '3', '--json']));
    expect(report).toMatchObject({ runs: 3, violations: [] });
    const exercised = report['exercised'] as Readonly<Record<string, number>>;
    expect(exercised['a leader established']).toBeGreaterThan(2);
    const { code, out } = said(sim, ['fuzz', 'zab', '--break', 'ack-before-sync']);
    expect(code).toBe(0);
    expect(out.join(' ')).toContain('-- fuzz zab --runs 1 --seed 1 --break ack-before-sync');
    const rules = said(sim, ['rules', 'zab']).out.map((line) => line.split(':')[0]);
    expect(rules).toContain('ack-before-sync');
  });

  it('fails when a rule is off and nothing is found', () => {
    const args = ['fuzz', 'election', '--runs', '1', '--servers', '1', '--break', 'ignore-sid'];
    expect(said(sim, args).code).toBe(1);
  });
});

describe('sim rules', () => {
  it('lists what can be broken', () => {
    const { code, out } = said(sim, ['rules', 'election']);
    expect(code).toBe(0);
    expect(out.map((line) => line.split(':')[0])).toContain('ignore-epoch');
  });
});

describe('sim zkcli', () => {
  const typed = [
    'create /a hello',
    '',
    'get /a',
    'create /a again',
    'set /a "two words"',
    'get -s /a',
  ];

  it('prints what the real zkCli prints, each line where it belongs', () => {
    const { code, out, err } = said(sim, ['zkcli'], typed);
    expect(code).toBe(0);
    expect(err).toEqual(['Created /a', 'Node already exists: /a']);
    expect(out.slice(0, 3)).toEqual([
      'Connecting to localhost:2181',
      'Welcome to ZooKeeper!',
      'JLine support is disabled',
    ]);
    expect(out.slice(7, 10)).toEqual(['hello', 'two words', 'cZxid = 0x2']);
    expect(out.at(-1)).toBe('numChildren = 0');
  });

  it('takes commands from a file and stops where zkCli ends', () => {
    const { out, err } = said(sim, ['zkcli', file('typed.txt', 'ls /\nredo one\nls /\n')]);
    expect(err).toEqual([
      'Exception in thread "main" java.lang.NumberFormatException: For input string: "one"',
    ]);
    expect(out.filter((line) => line === '[zookeeper]')).toHaveLength(1);
  });

  it('writes JSON as the recordings of the real one are written, so that they can be compared', () => {
    const recorded = document(said(sim, ['zkcli', '--json'], typed));
    expect(recorded).toMatchObject({ servers: 'standalone', exitCode: 0, violations: [] });
    const path = file('own.case.json', { name: 'own', ...recorded });
    expect(said(conformance, [path]).out[0]).toBe('ok zkcli own');
  });

  it('obeys a zoo.cfg', () => {
    const cfg = file('zoo.cfg', 'tickTime=2000\nenforceQuota=true\nextendedTypesEnabled=true\n');
    const lines = ['create -t 5000 /t x', 'create /q', 'setquota -N 1 /q', 'create /q/1'];
    expect(said(sim, ['zkcli', '--cfg', cfg], lines).err).toEqual([
      'Created /t',
      'Created /q',
      'Quota has exceeded : /q/1',
    ]);
  });
});

const THREE = 'initLimit=5\nserver.1=a:1:2\nserver.2=b:1:2\nserver.3=c:1:2\nsyncLimit=2\n';

const kill = (step: number, timeMs: number) => ({ step, timeMs, what: { kind: 'kill', pid: 1 } });
const down = { profile: 'golden', servers: [1, 2, 3].map((sid) => ({ sid })) };

describe('bad usage', () => {
  it.each([
    [[], 'sim: no command'],
    [['dance'], "sim: no command 'dance'"],
    [['explore', 'election'], "'election' cannot be explored"],
    [['zkcli', '/nowhere.txt'], '/nowhere.txt: no such file'],
    [
      ['zkcli', '--cfg', file('bad.cfg', 'tickTime=0')],
      'bad.cfg: line 1: tickTime is missing. Add a line for it (ZooKeeper says: tickTime is not set)',
    ],
    [
      ['zkcli', '--cfg', file('three.cfg', THREE)],
      'three.cfg: line 2: 3 servers would be an ensemble',
    ],
    [['run'], 'sim run: no file'],
    [['run', '/nowhere.json'], '/nowhere.json: no such file'],
    [['run', '--loud'], "sim run: no option '--loud'; give one of: --seed, --until, --json"],
    [['run', '--seed'], "sim run: Option '--seed <value>' argument missing"],
    [['run', file('two.json', { ...scenario, seed: 'x', title: 7 })], 'two.json lists them)'],
    [
      ['run', file('refused.json', { ...scenario, setup: down, interventions: [kill(0, 0)] })],
      'refused.json: interventions[0].what: cannot be done at step 0 (not-running',
    ],
    [['check', file('text.json', 'hello')], 'text.json: not JSON'],
    [['fuzz', 'chess'], "sim fuzz: no model 'chess'; give one of: election, paxos"],
    [['fuzz', 'election', '--runs', 'many'], '--runs many: give a whole number'],
    [['fuzz', 'election', '--break', 'all'], '--break all: no such rule'],
  ])('%j is one clear line and exit code 2', (args, line) => {
    const { code, out, err } = said(sim, args);
    expect({ code, out }).toEqual({ code: 2, out: [] });
    expect(err).toHaveLength(1);
    expect(err[0]).toContain(line);
  });

  it('of conformance is, too', () => {
    for (const path of ['/nowhere', folder, file('no.case.json', { name: 'x' })]) {
      expect(said(conformance, [path]).code).toBe(2);
    }
  });
});

describe('conformance', () => {
  it('replays every recording of each folder, a line for each', () => {
    const folders = ['election', 'fourletter', 'multiclient', 'recovery', 'zkcli'].map((kind) =>
      join(fixtures, kind),
    );
    const { code, out } = said(conformance, folders);
    expect(code).toBe(0);
    expect(out[0]).toBe('ok election first-start-5-in-order');
    expect(out).toContain('ok zkcli auth-digest');
    expect(out.at(-1)).toBe('69 passed, 0 failed');
  });

  it('gives one JSON document', () => {
    const path = join(fixtures, 'election/07-observer.case.json');
    expect(document(said(conformance, [path, '--json']))).toEqual({
      passed: 1,
      failed: 0,
      cases: [{ kind: 'election', name: 'observer', ok: true }],
    });
  });

  it('fails with the first difference', () => {
    const path = join(fixtures, 'election/08-join-running.case.json');
    const recording = JSON.parse(readFileSync(path, 'utf8')) as { final: { leader: number } };
    recording.final.leader = 1;
    expect(said(conformance, [file('false.case.json', recording)])).toMatchObject({
      code: 1,
      out: [
        'FAIL election join-running: final: leader: recorded 1, simulated 2',
        '0 passed, 1 failed',
      ],
    });
  });
});
