/** Words of the ZooKeeper lab: its drawing, and what stands beside it. */
export const zookeeper = {
  stage: {
    world: 'A server and {clients, plural, =0 {no client} one {# client} other {# clients}}',
    client: '{name}, {state}',
    stages: { prep: 'Prep', sync: 'Sync: log', flush: 'Sync: flush', final: 'Final' },
    left: '{time} left',
    over: 'expires',
    session:
      'Session {id}, {left}, {ephemerals, plural, =0 {no ephemeral node} one {# ephemeral node} other {# ephemeral nodes}}',
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
