/** Terms of the counter. */
export const terms = {
  FREE: { name: 'FREE', text: 'This caller waits for no answer.' },
  WAITING: { name: 'WAITING', text: 'This caller has sent a call and waits for its answer.' },
  COUNTING: { name: 'COUNTING', text: 'The server carries out each call as it arrives.' },
  callsSuccess: { name: 'success', text: 'Calls whose answer says that they were done.' },
  callsFailure: { name: 'failure', text: 'Calls whose answer says that they were refused.' },
  callsUnknown: {
    name: 'unknown',
    text: 'Calls without an answer in time: done, or not, or still to be done.',
  },
  callsWaiting: { name: 'waiting', text: 'Calls that an answer is still awaited for.' },
  counterValue: { name: 'counter', text: 'The sum of all that was added.' },
  executions: { name: 'calls', text: 'Calls that the server has decided on.' },
} as const;
