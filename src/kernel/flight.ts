import type { LinkNature } from '../view/frame.ts';
import type { Micros, Pid } from '../view/time.ts';
import type { Message } from './model.ts';

/** A message under way. Never changed once made. */
export class Flight {
  readonly id: number;
  readonly from: Pid;
  readonly to: Pid;
  readonly nature: LinkNature;
  /** TCP connection, 0 for none. */
  readonly connection: number;
  /** What is delivered; {@link FIN} ends the connection. */
  readonly message: Message;
  readonly sentAt: Micros;
  readonly sentStep: number;
  /** When it last left its sender: later than it was sent if it was held there. */
  readonly leftAt: Micros;
  readonly arrivesAt: Micros;
  /** The number of its pending delivery, -1 while it is held. */
  readonly due: number;

  constructor(
    id: number,
    from: Pid,
    to: Pid,
    nature: LinkNature,
    connection: number,
    message: Message,
    sentAt: Micros,
    sentStep: number,
    arrivesAt: Micros,
    due: number,
    leftAt: Micros = sentAt,
  ) {
    this.id = id;
    this.from = from;
    this.to = to;
    this.nature = nature;
    this.connection = connection;
    this.message = message;
    this.sentAt = sentAt;
    this.sentStep = sentStep;
    this.arrivesAt = arrivesAt;
    this.due = due;
    this.leftAt = leftAt;
  }

  get held(): boolean {
    return this.due === -1;
  }

  moved(arrivesAt: Micros, due: number, leftAt = this.leftAt): Flight {
    const { id, from, to, nature, connection, message, sentAt, sentStep: step } = this;
    return new Flight(
      id,
      from,
      to,
      nature,
      connection,
      message,
      sentAt,
      step,
      arrivesAt,
      due,
      leftAt,
    );
  }
}

/** The end of a connection, travelling behind what was sent before. Nobody sees it on stage. */
export const FIN: Message = { type: 'FIN' };
