/** Words of advice beside what zkCli prints. */
export const zkcli = {
  hint: {
    'old-command': '3.8 has another command for this: {text}',
    'watch-word': 'Since 3.5 a watch is asked for with -w: {text}',
    'version-option': 'Since 3.5 a version is given with -v; here it was not checked: {text}',
    'quote-data': 'A blank begins the next argument. Put quotes around data with blanks: {text}',
    'ttl-off':
      'This server has TTL nodes switched off: write extendedTypesEnabled=true into its zoo.cfg, and restart it.',
    hyphen: 'An option needs its hyphen: {text}',
    'data-hyphen':
      'A value that begins with a hyphen is taken for an option. Put -- before it: {text}',
    'help-is-usage':
      'There is no help command; the list of commands above is all the help there is.',
    'did-you-mean': 'Did you mean: {text}',
  },
} as const;
