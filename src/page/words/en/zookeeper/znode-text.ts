/** A tree as text: saved, changed, and opened as a new run. */
export const znodeText = {
  title: 'Tree as text',
  /** The first line of a saved file. */
  head: '# A tree, one node a line: path, kind (persistent, container, ephemeral, ttl:MS), data as a JSON string',
  text: 'One line a node, parents first: its path, its kind (persistent, container, ephemeral or ttl:MS), and its data in quotation marks, as JSON writes a string. No data: nothing there. Data that is no text: hex:00ff. A path with spaces stands in quotation marks, too; a line that begins with # is a remark.',
  save: 'Save as text file',
  copy: 'Copy',
  copied: 'Copied',
  choose: 'Open a text file',
  label: 'The tree of the new run',
  writing: '{count, number} nodes written so far.',
  reading: 'The text is being read.',
  readSoFar: '{read, number} of {of, number} lines',
  nothing: 'There is no tree to open: write at least one node, and mend the lines that are wrong.',
  open: 'Start a new run with {count, plural, =0 {this tree} one {this node} other {these # nodes}}',
  long: 'The tree has {count, number} nodes; more than {most, number} are not shown here. The file has all of them.',
  file: '{name}: {count, plural, one {# node} other {# nodes}} read.',
  forget: 'Write by hand instead',
  tooLarge: '{name} is larger than 64 MB, and is not read. Leave nodes out, or shorten their data.',
  wrong: '{count, plural, one {One line is wrong:} other {# lines are wrong:}}',
  left: '{count, plural, one {One node is left out:} other {# nodes are left out:}}',
  line: 'Line {line}: {text}',
  andMore: '{count, plural, one {and one more} other {and # more}}',
  note: {
    path: '“{found}” does not begin with /. Begin the line with a path.',
    quote:
      'quotation marks do not close, or hold what JSON does not allow. Write " inside as \\" and end with ".',
    kind: '“{found}” is no kind of node. Write persistent, container, ephemeral or ttl:MS behind the path.',
    ttl: '“{found}” is no time to live. Write it in milliseconds, as ttl:60000.',
    data: '{found} is no data. Put text in quotation marks, as JSON writes a string.',
    hex: '{found} are no bytes. Write two hexadecimal digits for each, as hex:00ff.',
    name: '{found} has an empty name, . or .., a slash at its end, or a control character. ZooKeeper refuses that: change it.',
    twice: '{found} is there already. Remove one of the two.',
    orphan: '{found} has no parent above it. Put its parent on a line before it.',
    ephemeral:
      '{found} is ephemeral: it belongs to a session, and a new run has none yet. A client can create it.',
    'ttl-node':
      '{found} has a time to live, which a run cannot begin with. A client can create it.',
    bytes: '{found} has data that is no text, which a run cannot begin with.',
    own: '{found} comes with every server.',
    below: '{found}: its parent is left out.',
  },
} as const;
