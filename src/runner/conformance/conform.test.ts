import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { conform, kindOf } from './conform.ts';
import { BadCase, Field } from './json.ts';
import { readScript } from './script.ts';
import { simulate } from './simulate.ts';

const folder = join(import.meta.dirname, '../../../fixtures/zookeeper-3.8/election');
const read = (file: string): Recorded =>
  JSON.parse(readFileSync(join(folder, file), 'utf8')) as Recorded;
const files = readdirSync(folder).filter((file) => file.endsWith('.case.json'));

interface Recorded {
  name: string;
  config: Record<string, unknown>;
  initialDisks?: boolean;
  servers: unknown[];
  script: Record<string, unknown>[];
  final: { leader: number | null };
  txnLogs: Record<string, { txns: { zxid: string }[] }[]>;
}

const scriptOf = (recording: unknown) => readScript(new Field(recording));

/** Every recorded outcome replaced by something false. */
function falsified(recording: Recorded): Recorded {
  const lie = (value: unknown): unknown => {
    if (typeof value === 'number') return value + 7;
    if (typeof value === 'string') return value.startsWith('0x') ? '0x7700000007' : 'down';
    if (Array.isArray(value)) return value.map(lie);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, lie(each)]));
  };
  const outcomes = ['leader', 'modes', 'zxid', 'epochs', 'servers', 'tookMs', 't'];
  const script = recording.script.map((step) => {
    const entries = Object.entries(step).map(([key, value]) => {
      if (key === 'results') {
        const results = value as { op: string; result: unknown }[];
        return [key, results.map((each) => ({ ...each, result: lie(each.result) }))];
      }
      return [key, outcomes.includes(key) ? lie(value) : value];
    });
    return Object.fromEntries(entries) as Record<string, unknown>;
  });
  // What a script begins with is no outcome.
  if (recording.initialDisks === true) return { ...recording, script };
  return { ...recording, servers: lie(recording.servers) as unknown[], script };
}

describe('the recordings of a real ZooKeeper', () => {
  it('are all there', () => {
    expect(files).toHaveLength(15);
  });

  it.each(files)('%s happens in the simulation as it happened', (file) => {
    expect(conform(read(file))).toMatchObject({ kind: 'election', ok: true, difference: null });
  });

  it.each(['recovery', 'multiclient'])('of the kind %s happen here too', (kind) => {
    const place = join(folder, '..', kind);
    const results = readdirSync(place).map((file) =>
      conform(JSON.parse(readFileSync(join(place, file), 'utf8'))),
    );
    expect(results).toHaveLength(kind === 'recovery' ? 6 : 12);
    for (const { name, ...result } of results)
      expect({ name, ...result }).toEqual({ name, kind, ok: true, difference: null });
  });

  it('have the same outcome whatever the seed draws as latencies', () => {
    // Of who starts together in that one, chance decides who hears whom first.
    const certain = files.filter((file) => !file.includes('weight-zero'));
    for (const file of certain) {
      const script = scriptOf(read(file));
      const { outcome } = simulate(script, 1);
      for (let seed = 2; seed <= 12; seed++) {
        expect(simulate(script, seed).outcome, `${file}, seed ${seed}`).toEqual(outcome);
      }
    }
  });
});

describe('a comparison', () => {
  it.each(files)('of %s with false outcomes fails, and the simulation never saw them', (file) => {
    const original = read(file);
    const planted = falsified(original);
    expect(scriptOf(planted)).toEqual(scriptOf(original));
    expect(simulate(scriptOf(planted))).toEqual(simulate(scriptOf(original)));
    expect(conform(planted).ok).toBe(false);
  });

  it('takes nothing from the disks at the head of a case that does not call them initial', () => {
    const recording = {
      ...read('10-restart-all.case.json'),
      servers: [{ sid: 3, currentEpoch: 9 }],
    };
    expect(conform(recording).ok).toBe(true);
  });

  const change = (file: string, edit: (recording: Recorded) => void): string | null => {
    const recording = read(file);
    edit(recording);
    return conform(recording).difference;
  };
  const step = (recording: Recorded, label: string): Record<string, unknown> =>
    recording.script.find((each) => each['label'] === label) ?? {};

  it('names the step, the server and both values of the first difference', () => {
    const difference = change('03-kill-leader-3.case.json', (recording) => {
      (step(recording, 'after kill of 2')['zxid'] as Record<string, string>)['1'] = '0x100000009';
    });
    expect(difference).toBe(
      'script[13] check "after kill of 2": zxid of server 1: recorded 0x100000009, simulated 0x100000003',
    );
  });

  it('sees a false mode, a false epoch, a false disk, a false zxid of a write, a false log', () => {
    const differences = [
      change('07-observer.case.json', (recording) => {
        (step(recording, 'initial')['modes'] as Record<string, string>)['4'] = 'follower';
      }),
      change('07-observer.case.json', (recording) => {
        const epochs = step(recording, 'initial')['epochs'] as Record<string, object>;
        epochs['4'] = { acceptedEpoch: 1, currentEpoch: 0 };
      }),
      change('09-epoch-beats-sid.case.json', (recording) => {
        const disks = step(recording, 'before restart')['servers'] as { snapshots: string[] }[];
        disks[1]?.snapshots.pop();
      }),
      change('01-first-start-5-in-order.case.json', (recording) => {
        const write = recording.script.find(({ action }) => action === 'write');
        const results = write?.['results'] as { result: { stat: { mzxid: string } } }[] | undefined;
        if (results?.[0] !== undefined) results[0].result.stat.mzxid = '0x100000003';
      }),
      change('04-newer-zxid-lower-sid.case.json', (recording) => {
        recording.txnLogs['3']?.[0]?.txns.pop();
      }),
      change('04-newer-zxid-lower-sid.case.json', (recording) => {
        recording.final.leader = 2;
      }),
    ];
    expect(differences.map((text) => text?.split(': recorded')[0])).toEqual([
      'script[13] check "initial": modes of server 4',
      'script[13] check "initial": currentEpoch of server 4',
      'script[22] disk "before restart": snapshots of server 2',
      'script[22] write 1: create (1)',
      'log files of server 3',
      'final: leader',
    ]);
  });
});

describe('a case never seen before', () => {
  const made = (script: object[], servers = 3, observers: number[] = []) => ({
    name: 'made up',
    config: { servers, observers, tickTime: 400, initLimit: 20, syncLimit: 10 },
    script,
  });

  it('may have any number of servers, and observers among them', () => {
    const starts = [6, 1, 7, 2, 3, 5].map((sid) => ({ action: 'start', sid }));
    const wait = { action: 'wait', sids: [1, 2, 3, 5, 6, 7], leader: 6 };
    expect(conform(made([...starts, wait], 7, [7]))).toMatchObject({ ok: true });
  });

  it('may pause, continue, stop and wipe servers', () => {
    const script = [
      ...[1, 2, 3].map((sid) => ({ action: 'start', sid })),
      { action: 'wait', sids: [1, 2, 3], leader: 3 },
      { action: 'pause', sid: 3 },
      { action: 'wait', sids: [1, 2], leader: 2 },
      { action: 'cont', sid: 3 },
      { action: 'wait', sids: [1, 2, 3], leader: 2 },
      { action: 'term', sid: 1 },
      { action: 'wipe', sid: 1 },
      { action: 'start', sid: 1 },
      { action: 'wait', sids: [1, 2, 3], leader: 2 },
    ];
    expect(conform(made(script))).toMatchObject({ ok: true, difference: null });
  });

  it('fails when what it waits for never comes', () => {
    const script = [
      { action: 'start', sid: 1 },
      { action: 'wait', sids: [1], leader: 1 },
    ];
    expect(conform(made(script)).difference).toBe(
      'script[1] wait [1]: they do not all serve under one leader for 120 s of virtual time',
    );
  });

  it('fails by the name of an action that is not known', () => {
    const script = [
      { action: 'start', sid: 1 },
      { action: 'unplug', sid: 1 },
    ];
    expect(conform(made(script)).difference).toBe(
      "script[1]: the action 'unplug' is not simulated",
    );
  });

  it('is refused with the path of the field that is wrong', () => {
    expect(() => conform(made([{ action: 'start', sid: 4 }]))).toThrow(BadCase);
    expect(() => conform(made([{ action: 'start', sid: 4 }]))).toThrow(
      'script[0].sid: a server from 1 to 3',
    );
  });
});

describe('kinds of recordings', () => {
  it('are told by their shape', () => {
    expect(kindOf({ commands: [] })).toBe('zkcli');
    expect(kindOf({ steps: [] })).toBe('multiclient');
    expect(kindOf({ roles: {} })).toBe('fourletter');
    expect(kindOf({ script: [{ action: 'dumplogs' }] })).toBe('recovery');
    expect(kindOf({ script: [{ action: 'start' }] })).toBe('election');
    expect(() => kindOf({})).toThrow(BadCase);
  });

  it('of several clients are replayed by an ensemble', () => {
    const made = (op: string) => ({
      name: 'x',
      servers: 3,
      tickTime: 500,
      steps: [
        { client: 'A', op: 'connect', args: { server: 1, timeout: 10000 }, result: {} },
        { client: 'A', op, args: {}, result: {} },
      ],
    });
    expect(conform(made('sync')).difference).toBe(
      'steps[0] A connect: result: recorded {}, simulated {"sessionTimeout":10000}',
    );
    expect(conform(made('reconfig')).difference).toBe(
      "steps[1].op: the operation 'reconfig' is not simulated",
    );
  });
});
