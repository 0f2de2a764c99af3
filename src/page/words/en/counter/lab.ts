/** Words of the counter: its drawing and what stands beside it. */
export const counter = {
  name: 'A counter and its callers',
  add: '{name}: add 1',
  read: '{name}: read',
  retry: '{name}: retry',
  busy: '{name} is down, or waits for an answer.',
  nothingUnknown: 'There is no call whose outcome is unknown.',
  ids: 'The server knows repeated calls by their ids',
  stage: {
    group: '{callers} callers and a counter',
    caller: 'caller',
    counter: 'counter',
    arrived: 'arrived',
    read: 'read',
    outcome: {
      waiting: 'waiting',
      success: 'success',
      failure: 'failure',
      unknown: 'unknown',
    },
    attempts: '{attempts} attempts',
    refused: 'refused',
    onDisk: 'on disk: {value}',
    callerName: '{name}, {state}',
    serverName: '{name}, counter {value}',
  },
} as const;
