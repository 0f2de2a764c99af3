/**
 * What is wrong with something the page was given, and how to mend it; keys are the codes of
 * `ProblemView`. `where` is added in front by `problemText`.
 */
export const problems = {
  where: 'At {where}: {text}',
  'link-broken': 'This link is damaged: {detail}. Ask for it again, copied whole.',
  'link-newer':
    'This link was made by a newer version of Zooscope (format {version}, this one reads up to {newest}). Reload the page to get the newest version.',
  'link-large':
    'This link unpacks to more than {limit}; it is not opened. Ask for a scenario file.',
  'file-large':
    'The file {name} has {size}; at most {limit} are read. Choose a smaller scenario file.',
  'file-not-json':
    'The file {name} is not JSON: {detail}. Choose a scenario file saved by Zooscope.',
  'file-unreadable': 'The file {name} cannot be read: {detail}. Choose it again.',
  'worker-failed': 'The simulation has failed: {message}. Start it again.',
  'export-failed': 'The picture could not be made: {detail}. Try SVG instead of PNG.',
  'digest-differs':
    'This version computes a different run from the one that was shared (digest {actual} instead of {expected}). What you see is this version’s.',
} as const;
