/** What the server machines' guards and actions are given. */
import type { KernelEvent } from '../../kernel/model.ts';
import type { ConnectRequest, RequestMessage } from '../messages.ts';

/** The message is what the type says: the kernel gives an event the type of its message. */
export type ServerEvent = KernelEvent;

export const connectOf = (e: ServerEvent): ConnectRequest => e.message as ConnectRequest;
export const requestOf = (e: ServerEvent): RequestMessage => e.message as RequestMessage;
