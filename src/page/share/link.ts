import type { ProblemView } from '../../view/command.ts';
import { readJson } from '../../view/json-text.ts';
import { LIMITS } from '../../view/limits.ts';
import { deflate, inflate, TooLarge } from './deflate.ts';
import { problem, sizeText } from './problem.ts';

/** The version of the link format that this build writes. */
export const LINK_VERSION = 1;
/** A link never unpacks to more. */
const LARGEST = LIMITS.linkBytes;
/** Links longer than this are refused by mail programs and chats; a file is offered instead. */
export const LONGEST_LINK = 16_000;

/** What a link holds: enough to compute the run again, and to notice if it comes out otherwise. */
export interface SharedRun {
  readonly v: number;
  readonly scenario: unknown;
  readonly digest: string;
  readonly position: number;
  /** Of the build that made it; links from before it was written have none. */
  readonly behaviour?: number;
}

export const packRun = (run: SharedRun): Promise<string> => deflate(JSON.stringify(run));

const isCount = (value: unknown, most: number): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most;

const isRun = (value: unknown): value is SharedRun =>
  typeof value === 'object' &&
  value !== null &&
  'scenario' in value &&
  'digest' in value &&
  typeof value.digest === 'string' &&
  'position' in value &&
  isCount(value.position, LIMITS.runSteps) &&
  (!('behaviour' in value) || isCount(value.behaviour, Number.MAX_SAFE_INTEGER));

const version = (value: unknown): number | null =>
  typeof value === 'object' && value !== null && 'v' in value && typeof value.v === 'number'
    ? value.v
    : null;

/** What a browser or a parser says of it is in English and helps nobody: the link came otherwise than it was made. */
const broken = (): ProblemView => problem('link-broken', {}, 'run=');

/** The run in a link, or the one thing that is wrong with it. */
export const unpackRun = async (packed: string): Promise<SharedRun | ProblemView> => {
  let value: unknown;
  try {
    const read = readJson(await inflate(packed, LARGEST), LARGEST);
    if (read.problem?.code === 'scenario-not-json') return broken();
    if (read.problem !== undefined) return read.problem;
    value = read.value;
  } catch (error) {
    return error instanceof TooLarge
      ? problem('link-large', { limit: sizeText(LARGEST) }, 'run=')
      : broken();
  }
  const written = version(value);
  if (written === null) return broken();
  if (written > LINK_VERSION) {
    return problem('link-newer', { version: written, newest: LINK_VERSION }, 'run=');
  }
  return isRun(value) ? value : broken();
};

/** The address that opens this run in the lab, language and theme left to its reader. */
export const runAddress = (lab: string, packed: string): string => {
  const address = new URL(location.href);
  address.search = '';
  address.hash = `#/lab/${lab}?run=${packed}`;
  return address.href;
};
