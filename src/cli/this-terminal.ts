import { writeFileSync } from 'node:fs';
import process from 'node:process';
import { readText, typedPath } from './terminal.ts';
import type { Terminal } from './terminal.ts';

// Whoever reads on has had enough (`… | head`): nothing more to say, and no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

/** The terminal that a command was started from. */
export const thisTerminal: Terminal = {
  out: (text) => process.stdout.write(`${text}\n`),
  err: (text) => process.stderr.write(`${text}\n`),
  read: (path) => readText(typedPath(path)),
  write: (path, text) => writeFileSync(typedPath(path), text),
  cpu: () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e6;
  },
};
