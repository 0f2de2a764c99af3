import type { LineView } from '../../view/recipes.ts';

/** Where it goes from here, with the word that says when: `no → look`, `NodeExists → look`. */
const LEADS = /\s*(?:\b(?:yes|no|late|none|else|[A-Z]\w+(?=\s*→\s*\w+(?:,|$)))\s*)?→\s*[\w-]+,?/gu;
/** Behind a wait stand names of events, which lead nowhere by themselves. */
const WAIT_LEADS = /\s*(?:\blate\s*)?→\s*[\w-]+/gu;
/** What it is kept as. */
const KEPT = /\s+as \$\w+(?:, \$\w+)*/gu;
const KINDS = /\s+\b(?:ephemeral|sequential)\b/gu;

/** A line in little room: without where it leads, what it keeps, and the path that all paths begin with. */
export const shortLine = (line: LineView, root: string): LineView => {
  const rest = line.rest
    .split('; ')
    .map((part, i) =>
      part
        .replaceAll(
          (i === 0 ? line.code : part.split(' ', 1)[0]) === 'wait' ? WAIT_LEADS : LEADS,
          '',
        )
        .replaceAll(KEPT, '')
        .replaceAll(KINDS, '')
        .replaceAll(/\s+of \$\w+/gu, '')
        .replaceAll(root === '' ? '\u0000' : `${root}/`, '')
        .replaceAll(root === '' ? '\u0000' : root, '')
        .replaceAll('$guid-', '')
        .replaceAll('$', '')
        .replaceAll(/\s+/gu, ' ')
        .trim(),
    )
    .filter((part) => part !== '' && part !== 'goto' && part !== 'if')
    .join('; ');
  return { ...line, rest };
};
