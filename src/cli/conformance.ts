/** `npm run conformance -- [PATH…] [--json]` */
import process from 'node:process';
import { conformance } from './conformance-command.ts';
import { thisTerminal } from './this-terminal.ts';

process.exitCode = conformance(process.argv.slice(2), thisTerminal);
