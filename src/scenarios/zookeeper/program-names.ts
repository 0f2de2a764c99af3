/** What a simulated client may run: the names of the programs, apart from the programs themselves. */
export const programNames: readonly string[] = [
  'api',
  'subscriber',
  'zkcli',
  'zkcli-wait',
  'zkcli-plain',
];
