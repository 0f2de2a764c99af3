import type { MessageView } from '../../../view/frame.ts';

/** Whether it is on its way still: neither lost nor come. */
const isUnderWay = ({ status }: MessageView): boolean => status === 'flying' || status === 'held';

/**
 * The messages under way in the order they arrive. Equal times keep the order of sending, so the
 * list changes only where a message comes or goes.
 */
export const inFlight = (messages: readonly MessageView[], routine: boolean): MessageView[] =>
  messages
    .filter((message) => isUnderWay(message) && (routine || !message.routine))
    .toSorted((a, b) => a.arrivesAt - b.arrivesAt || a.id - b.id);

/** Inside a TCP connection or a FIFO channel nothing is lost or repeated. */
export const isReliable = (message: MessageView): boolean => message.nature !== 'datagram';
