import type { Frame, MessageView } from '../view/frame.ts';
import type { Veiled, VeiledNode } from '../view/prediction.ts';
import type { Pid } from '../view/time.ts';
import type { UnknownField } from '../view/told-frame.ts';

/** What an open question asks about, or nobody has told: the drawings show `?` in its place. */
export type Veil = readonly (Veiled | UnknownField)[];

export const HIDDEN = '?';

/** `vote` covers a vote's three fields. */
export const veiled = (
  veil: Veil | undefined,
  pid: Pid | null,
  field: UnknownField['field'],
): boolean =>
  veil?.some(
    (one) =>
      'pid' in one &&
      (one.pid === null || one.pid === pid) &&
      (one.field === field ||
        (one.field === 'vote' && (field === 'epoch' || field === 'zxid' || field === 'sid'))),
  ) ?? false;

/** Whether the question is about anything of this process: its details would tell it. */
export const isAskedAbout = (veil: Veil | undefined, pid: Pid): boolean =>
  veil?.some((one) => 'pid' in one && (one.pid === null || one.pid === pid)) ?? false;

export const veiledNode = (
  veil: Veil | undefined,
  path: string,
  field: VeiledNode['field'],
): boolean =>
  veil?.some((one) => 'znode' in one && one.znode === path && one.field === field) ?? false;

/** What comes of the request of a process is asked: what is sent to it would tell. */
const tells = (veil: Veil, { to, routine }: MessageView): boolean =>
  !routine && veiled(veil, to, 'outcome');

/** An answer of which nothing is told but that it is one: a refusal has another shape, a value a colour. */
const unread = (message: MessageView): MessageView => ({
  ...message,
  label: HIDDEN,
  short: HIDDEN,
  claim: null,
  shape: message.shape === 'refusal' ? 'ack' : message.shape,
});

/** The frame without what its messages would tell of what an open question asks. */
export const withUnread = <F extends Pick<Frame, 'messages'>>(frame: F, veil: Veil): F =>
  frame.messages.some((one) => tells(veil, one))
    ? { ...frame, messages: frame.messages.map((one) => (tells(veil, one) ? unread(one) : one)) }
    : frame;
