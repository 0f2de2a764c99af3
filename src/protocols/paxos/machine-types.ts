/** Shapes of guards and actions, and how rules on a process's state become them. */
import { machineParts } from '../../kernel/machine/rules.ts';
import type { Context as ContextOf } from '../../kernel/machine/rules.ts';
import type { PaxosEvent } from './events.ts';
import type { Member } from './member.ts';

export type Context = ContextOf<Member>;

export const { update, perform, when } = machineParts<Member, PaxosEvent>();
