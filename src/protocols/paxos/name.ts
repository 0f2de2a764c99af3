import type { PaxosProcessSetup } from '../../view/paxos-setup.ts';

/** `A3`, `P1`, `L2`, unless it has a name of its own. */
export const nameOf = ({ id, name, roles }: PaxosProcessSetup): string =>
  name ?? `${roles.includes('acceptor') ? 'A' : roles.includes('proposer') ? 'P' : 'L'}${id}`;
