/** What ZooKeeper makes of the value of a key. */
import type { CfgKey } from './keys.ts';
import { MAX_INT } from './keys.ts';
import { refused, warning } from './note.ts';
import type { CfgNote } from './note.ts';
import type { CfgLine } from './properties.ts';

/** [Integer.parseInt, Long.parseLong] say this of what is no number. */
export const noNumber = (text: string): string => `For input string: "${text}"`;

/** [Integer.parseInt]; null: it throws. */
export function parseInteger(text: string): number | null {
  if (!/^[+-]?\d+$/u.test(text)) return null;
  const value = Number(text);
  return value >= -MAX_INT - 1 && value <= MAX_INT ? value : null;
}

/** [Long.parseLong]; null: it throws. */
export function parseLong(text: string): number | null {
  if (!/^[+-]?\d+$/u.test(text)) return null;
  const value = BigInt(text.replace('+', ''));
  return BigInt.asIntN(64, value) === value ? Number(value) : null;
}

/** [Integer.getInteger, Integer.decode]: 0x and # begin a hexadecimal number, 0 an octal one. */
export function decodeInteger(text: string): number | null {
  const [, sign = '', hex, octal, decimal] =
    /^([+-]?)(?:(?:0[xX]|#)([0-9a-fA-F]+)|0([0-7]+)|(\d+))$/u.exec(text) ?? [];
  const digits = hex ?? octal ?? decimal;
  if (digits === undefined) return null;
  const radix = hex === undefined ? (octal === undefined ? 10 : 8) : 16;
  const value = Number.parseInt(sign + digits, radix);
  return value >= -MAX_INT - 1 && value <= MAX_INT ? value : null;
}

/** Whether a flag that is a property is on: only one word counts, and any other is its contrary. */
export function isOn({ type, only = '' }: CfgKey, value: string): boolean {
  const positive = only === 'true' || only === 'yes';
  // Boolean.parseBoolean takes capitals, equals("yes") does not.
  const same = type === 'flag' && positive ? value.toLowerCase() === only : value === only;
  return same === positive;
}

/** What is wrong with the value of a key, or other than it looks; null when nothing is. */
export const valueNote = (spec: CfgKey, line: CfgLine): CfgNote | null =>
  spec.read === 'parser' ? parsed(spec, line) : property(spec, line);

/** [QuorumPeerConfig.parseProperties] */
function parsed(spec: CfgKey, line: CfgLine): CfgNote | null {
  const { key, value } = line;
  const { type, least = 0, most = 0 } = spec;
  switch (type) {
    case 'whole':
    case 'port': {
      const found = most > MAX_INT ? parseLong(value) : parseInteger(value);
      if (found === null)
        return refused('bad-number', line, { value, least, most }, noNumber(value));
      if (key === 'electionAlg' && found !== 3) {
        const said = 'Invalid electionAlg value. Only 3 is supported.';
        return refused('only-three', line, { value }, said);
      }
      if (key === 'autopurge.snapRetainCount' && found < 3) {
        const said = `Invalid autopurge.snapRetainCount: ${found}. Defaulting to 3`;
        return warning('raised', line, { value, least: 3 }, said);
      }
      // Of these an unreasonable value has consequences of its own.
      const judged = ['clientPort', 'secureClientPort', 'tickTime'].includes(key);
      if (judged || (found >= least && found <= most)) return null;
      return warning('senseless', line, { value, least, most });
    }
    case 'flag': {
      if (/^(true|false)$/iu.test(value)) return null;
      const said = `Invalid option ${value} for ${key}. Choose 'true' or 'false.'`;
      return refused('bad-choice', line, { value, choices: 'true, false' }, said);
    }
    case 'peer-type': {
      if (/^(participant|observer)$/iu.test(value)) return null;
      const data = { value, choices: 'participant, observer' };
      return refused('bad-choice', line, data, `Unrecognised peertype: ${value}`);
    }
    case 'path':
      return key === 'dynamicConfigFile' ? null : pathNote(line);
    case 'yes-no':
    case 'words':
    case 'text':
    case 'decimal':
      return null;
  }
}

/** [VerifyingFileFactory.doWarnForRelativePath], which looks at two letters even where there are none. */
function pathNote(line: CfgLine): CfgNote | null {
  const { value } = line;
  const path = value.replaceAll(/\/+/gu, '/').replace(/(?<=.)\/$/u, '');
  if (path.startsWith('/') || path.startsWith('./')) return null;
  if (path.length < 2) {
    const said = `begin 0, end 2, length ${path.length}`;
    return refused(
      'bad-path',
      line,
      { value },
      `java.lang.StringIndexOutOfBoundsException: ${said}`,
    );
  }
  const said = `${path} is relative. Prepend ./ to indicate that you're sure!`;
  return warning('relative-path', line, { value }, said);
}

/** What ZooKeeper logs when it cannot read such a property and takes its default; mostly nothing. */
const COMPLAINTS: Readonly<Record<string, (value: string) => string>> = {
  commitLogCount: () => 'Error parsing zookeeper.commitLogCount - use default value 500',
  snapshotSizeFactor: () => 'Error parsing zookeeper.snapshotSizeFactor, using default value 0.33',
  preAllocSize: (value) => `${value} is not a valid value for preAllocSize`,
};

function property(spec: CfgKey, line: CfgLine): CfgNote | null {
  const { key, value } = line;
  const { type, least = 0, most = 0, default: preset } = spec;
  const ignored = (): CfgNote =>
    warning('ignored-value', line, { value, default: preset }, COMPLAINTS[key]?.(value));
  switch (type) {
    case 'whole':
    case 'port': {
      // Integer.parseInt reads some of them, Integer.decode the others.
      const found = Object.hasOwn(COMPLAINTS, key) ? parseInteger(value) : decodeInteger(value);
      if (found === null) return ignored();
      return RAISED[key]?.(found, line) ?? outside(line, found, least, most);
    }
    case 'decimal': {
      if (!/^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?[fd]?$/iu.test(value)) return ignored();
      if (Number.parseFloat(value) <= 1) return null;
      const said = `The configured zookeeper.${key} is invalid, going to use the default ${preset}`;
      return warning('ignored-value', line, { value, default: preset }, said);
    }
    case 'flag':
    case 'yes-no': {
      if (spec.only === undefined) return null;
      const words = type === 'flag' ? ['true', 'false'] : ['yes', 'no'];
      if (words.includes(value) || (spec.only === 'true' && words.includes(value.toLowerCase()))) {
        return null;
      }
      const meaning = words[isOn(spec, value) ? 0 : 1] ?? '';
      return warning('counts-as', line, { value, meaning, only: spec.only });
    }
    case 'peer-type':
    case 'words':
    case 'text':
    case 'path':
      return null;
  }
}

const outside = (line: CfgLine, found: number, least: number, most: number): CfgNote | null =>
  found >= least && found <= most
    ? null
    : warning('senseless', line, { value: line.value, least, most });

/** What a server raises when it starts, and says so. */
const RAISED: Readonly<Record<string, (found: number, line: CfgLine) => CfgNote | null>> = {
  snapCount: (found, line) =>
    found >= 2
      ? null
      : warning(
          'raised',
          line,
          { value: found, least: 2 },
          'SnapCount should be 2 or more. Now, snapCount is reset to 2',
        ),
  commitLogCount: (found, line) =>
    found >= 500
      ? null
      : warning(
          'raised',
          line,
          { value: found, least: 500 },
          // The real one names the property where it means the number.
          'The configured commitLogCount zookeeper.commitLogCount is less than the recommended 500, going to use the recommended one',
        ),
};
