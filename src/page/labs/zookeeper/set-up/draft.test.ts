import { describe, expect, it } from 'vitest';
import { buildZooKeeper, MOST_CLIENTS } from './draft.ts';
import { addClient, zookeeperPresets } from './presets.ts';

describe('a set-up of a server with its clients', () => {
  it('is a scenario for each of its presets', () => {
    const wrong = Object.entries(zookeeperPresets).flatMap(([name, make]) =>
      buildZooKeeper(make()).unread.map(({ field }) => `${name} ${field}`),
    );
    expect(wrong).toEqual([]);
  });

  it('numbers its clients from 101 on, and keeps what they type', () => {
    const { scenario } = buildZooKeeper(addClient(zookeeperPresets.consoles()));
    const asked = scenario.setup.clients.filter(({ spare }) => spare !== true) ?? [];
    expect(asked.map(({ id, timeoutMs }) => `${id} ${timeoutMs}`)).toEqual([
      '101 30000',
      '102 10000',
      '103 30000',
    ]);
    expect(asked[0]?.lines).toContain('create -e /app/members/alpha');
    expect(asked[2]).not.toHaveProperty('lines');
  });

  it('names each field that cannot be read', () => {
    const draft = zookeeperPresets.consoles();
    const [first] = draft.clients;
    const { unread } = buildZooKeeper({
      ...draft,
      clients: first === undefined ? [] : [{ ...first, timeoutMs: 'soon' }],
      leastMs: '9',
      stageMs: '0',
      tickTime: '1.5',
      seed: '-1',
    });
    expect(unread.map(({ field, code }) => `${field} ${code}`)).toEqual([
      'mostMs most-least',
      'stageMs ms-positive',
      'seed seed-range',
      '0.timeoutMs ms-positive',
      'tickTime whole-positive',
    ]);
  });

  it('takes broken rules, an empty tree, and nobody who asks', () => {
    const { scenario } = buildZooKeeper({
      ...zookeeperPresets.unsafe(),
      clients: [],
      tree: 'empty',
    });
    expect(scenario.setup.clients.every(({ spare }) => spare === true)).toBe(true);
    expect(scenario.setup.broken).toEqual(['reply-before-sync']);
    expect(scenario.setup).not.toHaveProperty('tree');
    expect(zookeeperPresets.crowd().clients).toHaveLength(MOST_CLIENTS);
  });
});
