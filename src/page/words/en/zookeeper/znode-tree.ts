import { znodeWords } from '../../../../stage/znode/words.ts';

/** The tree of a server: its tools, its search, and what is drawn of a node in words. */
export const znodeTree = {
  /** The accessible names of the panel and of the tree in it. */
  pane: 'Tree of the server',
  name: 'Znode tree',
  title: 'Tree',
  nodes: '{count, plural, one {# node} other {# nodes}}',
  counted:
    'A server’s own count (srvr, mntr) is {told, number}: it keeps the root under two names and counts both.',
  whose: 'Whose tree',
  behind: '{count, plural, one {# transaction behind} other {# transactions behind}}',
  unfoldAll: 'Unfold all',
  foldAll: 'Fold all',
  asText: 'Tree as text',
  drawn: znodeWords,
  search: {
    label: 'Find a path in the tree',
    placeholder: 'Find a path',
    next: 'Next hit',
    previous: 'Previous hit',
    hit: 'Hit {at} of {hits}; {looked, plural, one {# node} other {# nodes}} looked at.',
    hitMore:
      'Hit {at}, {hits} so far; {looked, plural, one {# node} other {# nodes}} looked at, and there are more.',
    none: 'No such path; {looked, plural, one {# node} other {# nodes}} looked at.',
  },
  row: {
    kind: {
      persistent: 'persistent',
      ephemeral: 'ephemeral',
      container: 'container',
      ttl: 'with time to live',
    },
    sequential: 'sequential',
    owner: 'ends with the session of {owner}',
    session: 'ends with session {session}, which no client here has opened',
    noData: 'no data',
    data: '{bytes, plural, =0 {empty data} one {# byte: {preview}} other {# bytes: {preview}}}',
    version: 'version {version}',
    below: '{count, plural, one {# node below it} other {# nodes below it}}',
    watch: {
      data: '{client} watches its data',
      child: '{client} watches its children',
      persistent: '{client} watches it for good',
      recursive: '{client} watches it and all below for good',
    },
    touched: 'changed by the newest transaction',
    comma: ', ',
  },
} as const;
