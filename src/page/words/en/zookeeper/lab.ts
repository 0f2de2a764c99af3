/** Words of the ZooKeeper lab: its drawing, and what stands beside it. */
export const zookeeper = {
  stage: {
    world: 'A server and {clients, plural, =0 {no client} one {# client} other {# clients}}',
    client: '{name}, {state}',
    stages: { prep: 'Prep', sync: 'Sync: log', flush: 'Sync: flush', final: 'Final' },
    left: '{time} left',
    over: 'expires',
    answer: '{err}{zxid, select, none {} other { {zxid}}} after {time}',
    waits: 'waits for its answer',
    lost: 'lost: never on disk',
    lostRequests: '{count, plural, one {# request lost} other {# requests lost}}',
    noSession: 'no session',
    log: 'log',
    snapshot: 'snapshot',
    appended: 'a crash loses it',
    unapplied: 'not in the tree yet',
    nodes: '{count, plural, one {# node} other {# nodes}}',
    sessions: '{count, plural, =0 {no session} one {# session} other {# sessions}}',
    disk: 'disk',
  },
  tools: {
    alone: 'Cut off {name}',
  },
} as const;
