import { byHand } from '../by-hand.ts';

/** One plain sentence for each rule of a fact of the generals, with its why. */
export const facts = {
  ...byHand,
  'disk-lost': '{pidName} keeps nothing on a disk: nothing is lost.',
  input:
    '{name, select, LIE {A person sets what one message of {pidName} says.} other {{pidName} is asked by hand: {name}.}}',
  /** What each timer is for: what comes when it runs out. */
  timer: {
    ROUND: 'the round is over',
    PLAN: 'the first messenger leaves',
    DAWN: 'it is dawn',
  },
  /** The same for each invariant, by its name. */
  broken: {
    IC1: 'The loyal lieutenants do not agree, though it is promised (IC1): {text}.',
    IC2: 'A loyal commander is not obeyed, though it is promised (IC2): {text}.',
    'B-Count': 'The messages are not as many as the formula says (B-Count): {text}.',
    'B-Unforgeable': 'A forged signature was believed (B-Unforgeable): {text}.',
    'B-Relayed': 'What one loyal lieutenant has the others have not (B-Relayed): {text}.',
    'B-Turn': 'A messenger left before its turn (B-Turn): {text}.',
  },

  // Whoever speaks.
  ordered:
    '{lies, plural, =0 {{pidName} orders {value} and sends {count, plural, =0 {no messenger} one {one message} other {# messages}}.} other {{pidName} is a traitor: of its {count, plural, one {one order} other {# orders}}, {lies, plural, one {one does} other {# do}} not say {value}.}}',
  relayed:
    '{pidName} passes on what it has heard: {count, plural, one {one message} other {# messages}} of round {round}{lies, plural, =0 {} one {, one of them a lie} other {, # of them lies}}.',
  'relayed-nothing': '{pidName} passes on nothing in round {round}.',
  lied: '{mouths, plural, =0 {{pidName} orders {toName} {value} and not {truth}.} other {{pidName} lies to {toName}: the word that it has by {by} is {truth}, and it says {value}.}}',
  'kept-silent':
    '{mouths, plural, =0 {{pidName} gives {toName} no order.} other {{pidName} does not tell {toName} what it has by {by}: {truth}.}}',
  invented: '{pidName} tells {toName} {value}, signed {by}, which nobody has sent it so.',
  'lie-set':
    '{mouths, plural, =0 {{pidName} will order {toName} {value}.} other {{pidName} will tell {toName}: the word by {by} is {value}.}}',
  'silence-set':
    '{mouths, plural, =0 {{pidName} will give {toName} no order.} other {{pidName} will tell {toName} nothing of the word by {by}.}}',
  'lie-unset':
    '{mouths, plural, =0 {What {pidName} orders {toName} is left to its strategy again.} other {What {pidName} tells {toName} of the word by {by} is left to its strategy again.}}',
  'lie-refused':
    '{why, select, loyal {{pidName} is loyal: it says what is so, and no hand changes that.} late {{pidName} has said that already: go back to before it.} other {{pidName} sends no such message, or there is no such order.}}',

  // Whoever listens.
  heard:
    '{mouths, plural, =0 {{pidName} is ordered {value} by {fromName}.} other {{fromName} tells {pidName}: the word by {by} is {value}.}}',
  'signed-new':
    '{pidName} gets {value}, signed by {chain}. {count, plural, one {It is the first value in its V.} other {Its V has # values now, all signed by the commander: proof that it lies.}}',
  'signed-known': '{pidName} gets {value} once more, signed by {chain}. Its V stays as it was.',
  forged:
    '{pidName} refuses {value} from {fromName}: it is said to be signed by {chain}, and not every signature is genuine.',
  'too-late': '{value} comes from {fromName} to {pidName} too late: its round is over.',
  'heard-twice': '{value} comes from {fromName} to {pidName} once more: only the first one counts.',
  absent:
    '{mouths, plural, =0 {No order has come to {pidName} in its round: it takes {value}.} other {{fromName} has told {pidName} nothing of the word by {by}, and the round is over: it takes {value}.}}',
  'absent-many':
    '{count, plural, one {One more message has} other {# more messages have}} not come to {pidName} in this round: it takes {value} for each.',
  decided: '{pidName} counts {votes} and obeys {value}.',
  'decided-tie':
    '{pidName} counts {votes}: no order has more than half. {tie, select, default {Then the fixed one is obeyed} commander {It obeys what the commander told it} other {It goes by what the others say}}: {value}.',
  'decided-told': '{pidName} obeys what it was told: {value}.',
  'decided-one': '{pidName} has one value in its V and obeys it: {value}.',
  'decided-several':
    '{pidName} has {values} in its V: the commander has signed more than one, so the fixed one is obeyed: {value}.',
  'decided-none': '{pidName} has nothing in its V: the fixed one is obeyed: {value}.',

  // Two generals.
  'messenger-sent':
    '{number, plural, =1 {{pidName} sends {toName} a messenger with the plan.} other {{pidName} sends messenger {number} of {of}: {toName} is to know that the last one came. Whether this one comes {pidName} cannot know.}}',
  'messenger-came':
    '{number, plural, =1 {The plan has come to {pidName}. That it has, {fromName} does not know.} other {Messenger {number} has come to {pidName}: the one before it did arrive. That this one did, {fromName} does not know.}}',
  'attacks-at-dawn':
    'Dawn. {pidName} attacks: {came, plural, one {one messenger has come} other {# messengers have come}}, and it needs {needs}.',
  'stays-at-dawn':
    'Dawn. {pidName} stays where it is: {came, plural, =0 {no messenger has come} one {one messenger has come} other {# messengers have come}}, and it needs {needs}.',

  /** How many others did the same right after it; only for rules that several share. */
  more: {
    started: '{count, plural, one {One more starts} other {# more start}} with it.',
    lied: '{count, plural, one {It lies once more so.} other {It lies # times more so.}}',
    relayed: '{count, plural, one {One more does so.} other {# more do so.}}',
    decided: '{count, plural, one {One more obeys the same.} other {# more obey the same.}}',
  },
} as const;
