/** What the client machine's guards and actions are given. */
import type { KernelEvent } from '../kernel/model.ts';
import type { ConnectResponse, ReplyMessage, WatchEventMessage } from '../zookeeper/messages.ts';

/** The message is what the type says: the kernel gives an event the type of its message. */
export type ClientEvent = KernelEvent;

export const responseOf = (e: ClientEvent): ConnectResponse => e.message as ConnectResponse;
export const replyOf = (e: ClientEvent): ReplyMessage['reply'] => (e.message as ReplyMessage).reply;
export const watchOf = (e: ClientEvent): WatchEventMessage['event'] =>
  (e.message as WatchEventMessage).event;
/** The server to which a person moves it; null: none is named. */
export const serverOf = (e: ClientEvent): number | null => {
  const server = (e.data as Readonly<Record<string, unknown>> | null)?.['server'];
  return typeof server === 'number' ? server : null;
};
/** What a person typed. */
export const lineOf = (e: ClientEvent): string => {
  const text = (e.data as Readonly<Record<string, unknown>> | null)?.['text'];
  return typeof text === 'string' ? text : '';
};
