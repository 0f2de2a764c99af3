/** What zkCli does with a line [ZooKeeperMain.executeLine]. */
import { itemAt } from '../../kernel/long-list.ts';
import { err, handleState, out, resultOf, submit } from '../steps.ts';
import type { Steps } from '../steps.ts';
import { commandNamed, isCommand, USAGE } from './commands.ts';
import { parseConnectString } from './connect-string.ts';
import { IllegalArgument, KeeperFailure } from '../api-failures.ts';
import { CliFailure, uncaughtText, Unchecked } from './failures.ts';
import { decodeInt32 } from './java-numbers.ts';
import { keeperText } from './keeper-text.ts';
import { remember } from './session.ts';
import type { Session } from './session.ts';
import { tokensOf } from './tokens.ts';

/** Carries out a line that is not empty. What nobody catches ends the process. */
export function* executeLine(session: Session, line: string): Steps {
  try {
    takeWords(session, line);
    remember(session, line);
    yield* processCommand(session);
    session.commandCount += 1;
  } catch (error) {
    const text = uncaughtText(error);
    if (text === null) throw error;
    yield* err(`Exception in thread "main" ${text}`);
    session.exitCode = 1;
    yield { ask: 'exit' };
  }
}

/** A line without a word in it leaves the words of the line before. */
function takeWords(session: Session, line: string): void {
  const words = tokensOf(line);
  if (words.length > 0) session.words = words;
}

function* processCommand(session: Session): Steps {
  try {
    yield* processWords(session);
    session.exitCode = 0;
  } catch (error) {
    if (!(error instanceof CliFailure)) throw error;
    session.exitCode = error.exitCode;
    yield* err(error.message);
  }
}

function* processWords(session: Session): Steps {
  const { words } = session;
  if (words === null) {
    throw new Unchecked(
      'java.lang.NullPointerException',
      'Cannot invoke "java.util.List.toArray(Object[])" because "this.cmdArgs" is null',
    );
  }
  const [name = '', argument] = words;
  if (!isCommand(name)) {
    for (const text of USAGE) yield* err(text);
    throw new CliFailure(`Command not found: Command not found ${name}`, 127);
  }
  yield* processOwn(session, name, argument);
  // Also after those that need no connection: they have printed what they had to print.
  if (!(yield* isAlive())) {
    yield* out('Not connected');
    return;
  }
  const command = commandNamed(name);
  if (command === undefined) return;
  try {
    yield* command.run(words, session);
  } catch (error) {
    if (error instanceof KeeperFailure) throw new CliFailure(keeperText(error));
    if (error instanceof IllegalArgument) throw new CliFailure(error.message);
    throw error;
  }
}

function* processOwn(session: Session, name: string, argument: string | undefined): Steps {
  const { commandCount, history } = session;
  switch (name) {
    case 'quit':
      if (yield* isAlive()) yield* closeHandle();
      yield { ask: 'exit' };
      return;
    case 'redo':
      if (argument !== undefined) yield* redo(session, argument);
      return;
    case 'history':
      for (let i = Math.max(0, commandCount - 10); i <= commandCount; i++) {
        yield* out(`${i} - ${itemAt(history, i) ?? 'null'}`);
      }
      return;
    case 'printwatches':
      if (argument === undefined) {
        yield* out(`printwatches is ${session.printWatches ? 'on' : 'off'}`);
      } else session.printWatches = argument === 'on';
      return;
    case 'connect':
      yield* connect(session, argument ?? session.host);
      return;
    default:
  }
}

function* redo(session: Session, argument: string): Steps {
  const number = decodeInt32(argument);
  const line = itemAt(session.history, number);
  if (number < 0 || number >= session.commandCount || line === null) {
    throw new CliFailure('Command index out of range');
  }
  takeWords(session, line);
  if (session.words?.[0] === 'redo') throw new CliFailure('No redoing redos');
  remember(session, line);
  yield* processCommand(session);
}

function* connect(session: Session, host: string): Steps {
  if (yield* isAlive()) yield* closeHandle();
  session.host = host;
  const { servers, chroot } = parseConnectString(host);
  session.chroot = chroot;
  yield* submit({ kind: 'connect', servers });
}

function* closeHandle(): Steps {
  yield* resultOf(yield* submit({ kind: 'close' }));
}

function* isAlive(): Steps<boolean> {
  const state = yield* handleState();
  return state !== 'CLOSED' && state !== 'AUTH_FAILED';
}
