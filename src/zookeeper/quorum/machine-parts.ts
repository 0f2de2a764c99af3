/** How rules on a member's state become guards and actions. */
import type { Edit } from '../../kernel/edit.ts';
import { machineParts } from '../../kernel/machine/rules.ts';
import type { Context as ContextOf } from '../../kernel/machine/rules.ts';
import type { ServerEvent } from '../server/events.ts';
import type { Server } from '../server/server.ts';
import { edit, edited } from '../server/server.ts';

export type Context = ContextOf<Server>;

const { update, when, perform } = machineParts<Server, ServerEvent>();

/** A rule that changes a copy of the state. */
export const rule = (change: (next: Edit<Server>, e: ServerEvent) => void) =>
  update((s, e) => {
    const next = edit(s);
    change(next, e);
    return edited(next, s);
  });

export { perform, update, when };
