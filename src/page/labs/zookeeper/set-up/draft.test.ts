import { describe, expect, it } from 'vitest';
import { buildZooKeeper, draftOf, MOST_CLIENTS } from './draft.ts';
import { addClient, zookeeperPresets } from './presets.ts';
import { addServer, serverDraft } from './servers-draft.ts';

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
    expect(zookeeperPresets.nine().clients.length).toBeLessThan(MOST_CLIENTS);
  });

  it('is an ensemble as soon as there are two servers, or an observer', () => {
    const alone = zookeeperPresets.consoles();
    expect(buildZooKeeper(alone).scenario.setup).not.toHaveProperty('ensemble');
    const two = addServer({ ...alone, syncLimit: '3' });
    expect(buildZooKeeper(two).scenario.setup).toMatchObject({
      servers: [{ sid: 1 }, { sid: 2 }],
      ensemble: { syncLimit: 3 },
    });
    const watched = { ...alone, servers: [serverDraft(1), serverDraft(7, { observer: true })] };
    const { scenario } = buildZooKeeper(watched);
    expect(scenario.setup.servers).toEqual([{ sid: 1 }, { sid: 7, observer: true }]);
    expect(draftOf(scenario).servers.map(({ sid, startMs }) => `${sid} ${startMs}`)).toEqual([
      '1 0',
      '7 0',
    ]);
  });

  it('says which servers read without a leader, who accepts that, and whom a file lists', () => {
    const preset = zookeeperPresets.ensemble();
    expect(buildZooKeeper(preset).scenario.setup.ensemble).toEqual({});
    const draft = {
      ...preset,
      localSessions: true,
      upgrading: true,
      readOnlyMode: true,
      clients: preset.clients.map((one, index) => ({ ...one, readOnly: index === 1 })),
    };
    const { scenario } = buildZooKeeper(draft);
    expect(scenario.setup.ensemble).toEqual({
      localSessionsEnabled: true,
      localSessionsUpgradingEnabled: true,
      readOnlyMode: true,
    });
    expect(scenario.setup.clients.map(({ readOnly }) => readOnly).slice(0, 2)).toEqual([
      undefined,
      true,
    ]);
    const servers = scenario.setup.servers.map((one) => ({ ...one, lists: [1, 2, 3] }));
    const again = draftOf({ ...scenario, setup: { ...scenario.setup, servers } });
    expect(again).toMatchObject({ localSessions: true, upgrading: true, readOnlyMode: true });
    expect(buildZooKeeper(again).scenario.setup.servers).toEqual(servers);
    const off = { ...again, readOnlyMode: false, localSessions: false, upgrading: false };
    expect(buildZooKeeper(off).scenario.setup.ensemble).toEqual({});
  });

  it('takes whom a file lists as typed, and says where it is wrong; who stands alone lists nobody', () => {
    const draft = zookeeperPresets.ensemble();
    const listing = (...lists: string[]): typeof draft => ({
      ...draft,
      servers: draft.servers.map((one, index) => ({ ...one, lists: lists[index] ?? '' })),
    });
    const { scenario, unread, fields } = buildZooKeeper(listing('1, 2', '1 2'));
    expect(unread).toEqual([]);
    expect(scenario.setup.servers.map(({ lists }) => lists)).toEqual([[1, 2], [1, 2], undefined]);
    expect(draftOf(scenario).servers.map(({ lists }) => lists)).toEqual(['1 2', '1 2', '']);
    // A file without its own server is told at its field, and so is a server that is not there.
    expect(fields.get('setup.servers[1].lists')).toBe('s2.lists');
    expect(fields.get('setup.servers[1].lists[1]')).toBe('s2.lists');
    expect(buildZooKeeper(listing('me')).unread).toMatchObject([
      { field: 's1.lists', code: 'names-form' },
    ]);
    const [first] = listing('1 2').servers;
    if (first === undefined) throw new TypeError('nobody serves');
    const alone = { ...draft, keptSetup: {}, servers: [first] };
    expect(buildZooKeeper(alone).scenario.setup.servers).toEqual([{ sid: 1 }]);
  });

  it('keeps which servers a client knows, and names what cannot be read', () => {
    const draft = zookeeperPresets.observers();
    const knows = buildZooKeeper(draft).scenario.setup.clients.slice(0, 3);
    expect(knows.map(({ servers }) => servers)).toEqual([[1], [4], [5]]);
    const [first] = draft.clients;
    if (first === undefined) throw new TypeError('nobody asks');
    const typed = { ...draft, clients: [{ ...first, names: '3, 1' }] };
    expect(buildZooKeeper(typed).scenario.setup.clients[0]?.servers).toEqual([3, 1]);
    const [server] = draft.servers;
    if (server === undefined) throw new TypeError('nobody serves');
    const wrong = {
      ...draft,
      initLimit: 'x',
      clients: [{ ...first, names: 'all of them' }],
      servers: [{ ...server, sid: '', startMs: 'soon' }],
    };
    expect(
      buildZooKeeper({ ...wrong, servers: [...wrong.servers, serverDraft(2)] }).unread.map(
        ({ field, code }) => `${field} ${code}`,
      ),
    ).toEqual([
      '0.names names-form',
      's1.sid sid-range',
      's1.startMs start-number',
      'initLimit whole-positive',
    ]);
  });
});
