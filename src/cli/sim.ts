/** `npm run sim -- COMMAND …` */
import process from 'node:process';
import { sim } from './sim-command.ts';
import { thisTerminal } from './this-terminal.ts';

process.exitCode = sim(process.argv.slice(2), thisTerminal);
