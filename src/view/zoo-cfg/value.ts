import type { CfgKey } from './keys.ts';
import { FOUR_LETTER_WORDS } from './keys.ts';
import type { CfgNote } from './note.ts';
import type { CfgLine } from './properties.ts';

/** What is wrong with the value of a key that is known; null when nothing is. */
export function valueNote(spec: CfgKey, { number: line, key, value }: CfgLine): CfgNote | null {
  const error = (code: CfgNote['code'], data: CfgNote['data'], said?: string): CfgNote => ({
    kind: 'error',
    code,
    line,
    data: { key, value, ...data },
    ...(said === undefined ? {} : { said }),
  });
  switch (spec.type) {
    case 'whole':
    case 'port': {
      const { least = 0, most = 0 } = spec;
      const parsed = /^[+-]?\d+$/u.test(value) ? Number(value) : null;
      const said = parsed === null ? `For input string: "${value}"` : undefined;
      if (parsed !== null && parsed >= least && parsed <= most) return null;
      return error('bad-number', { least, most }, said);
    }
    case 'decimal':
      return /^-?\d+(\.\d+)?$/u.test(value) ? null : error('bad-number', { least: 0, most: 1 });
    case 'flag':
      if (/^(true|false)$/iu.test(value)) return null;
      return error(
        'bad-choice',
        { choices: 'true, false' },
        `Invalid option ${value} for ${key}. Choose 'true' or 'false.'`,
      );
    case 'yes-no':
      return /^(yes|no)$/u.test(value) ? null : error('bad-choice', { choices: 'yes, no' });
    case 'peer-type':
      if (/^(participant|observer)$/iu.test(value)) return null;
      return error(
        'bad-choice',
        { choices: 'participant, observer' },
        `Unrecognised peertype: ${value}`,
      );
    case 'words': {
      const wrong = value
        .split(',')
        .map((word) => word.trim())
        .find((word) => word !== '' && word !== '*' && !FOUR_LETTER_WORDS.includes(word));
      return wrong === undefined ? null : error('bad-word', { word: wrong });
    }
    case 'path':
      return value === '' ? error('bad-path', {}) : null;
    case 'text':
      return null;
  }
}
