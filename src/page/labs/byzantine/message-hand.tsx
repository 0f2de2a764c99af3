import type { ByzantineDetail, PlanView } from '../../../view/byzantine.ts';
import type { MessageView } from '../../../view/frame.ts';
import { nameOf, pathText } from '../../../stage/byzantine/who.ts';
import { useLabFrame, useVeiled } from '../../sim/selectors.ts';
import { Hand } from './hand.tsx';
import { useLooked } from './looked.ts';

/** What a message along this way, with this value, is labelled by the simulation. */
const labelOf = (detail: ByzantineDetail, { path }: PlanView, value: string): string => {
  const names = path.map((pid) => nameOf(detail, pid));
  return detail.signed
    ? [value, ...names].join(':')
    : [...names.slice(0, -1).reverse(), value].join(': ');
};

/** A traitor's message can say something else: its switch, beside it on the stage. */
export const MessageHand = ({ message }: { message: MessageView }) => {
  const frame = useLabFrame<ByzantineDetail>();
  const veiled = useVeiled();
  const eyes = useLooked((s) => s.eyes);
  // As the simulation has it: on the stage its label is a sentence.
  const sent = frame?.messages.find(({ id }) => id === message.id);
  if (frame === null || sent === undefined || veiled || eyes !== null) return null;
  const { detail } = frame;
  const plan = detail.plans.find(
    (one) =>
      one.from === sent.from &&
      one.to === sent.to &&
      labelOf(detail, one, sent.short) === sent.label,
  );
  if (plan === undefined) return null;
  return (
    <Hand
      plan={plan}
      values={detail.values}
      from={nameOf(detail, plan.from)}
      to={nameOf(detail, plan.to)}
      {...(plan.path.length > 1 ? { path: pathText(detail, plan.path.slice(0, -1)) } : {})}
    />
  );
};
