import type * as View from '../../view/outside.ts';
import type { RecipeClientView } from '../../view/recipes.ts';
import type { Pid } from '../../view/time.ts';
import type { OutsideView } from './scene.ts';

/** From here on a token is a zxid: its epoch stands above its counter. */
const EPOCH = 2 ** 32;

/** A token as it is written: a zxid as everywhere, a number as it is; '' for none. */
export const tokenText = (token: number | null): string => {
  if (token === null) return '';
  return token >= EPOCH ? `${Math.floor(token / EPOCH)}·${token % EPOCH}` : String(token);
};

type Clients = readonly Pick<RecipeClientView, 'pid' | 'name'>[];

/** Whose name a value is, or begins with: a key's value may carry more that makes it its owner's alone. */
const ownerOf = (value: string, clients: Clients): Clients[number] | undefined =>
  clients.find(({ name }) => value === name || value.startsWith(`${name}-`));

const pidOf = (value: string, clients: Clients): Pid | null => ownerOf(value, clients)?.pid ?? null;

/** What stands outside ZooKeeper, as the drawings have it: clients by their names, times in µs. */
export function outsideOf(view: View.OutsideView, clients: Clients): OutsideView {
  switch (view.kind) {
    case 'storage': {
      const last = view.writes.at(-1);
      const stands = view.writes.findLast(({ accepted }) => accepted);
      return {
        kind: 'storage',
        pid: view.pid,
        name: view.name,
        fencing: view.fencing,
        value: view.value ?? '',
        writer: view.writer,
        token: tokenText(stands?.token ?? null),
        greatest: tokenText(view.greatest),
        refused: view.refused,
        last:
          last === undefined
            ? null
            : {
                by: last.writer,
                value: last.value,
                token: tokenText(last.token),
                ok: last.accepted,
              },
      };
    }
    case 'table':
      return {
        kind: 'table',
        pid: view.pid,
        name: view.name,
        rows: view.rows.map(({ id, owner, beat }) => ({
          id,
          owner: pidOf(owner, clients),
          ownerName: owner,
          beatAt: beat * 1000,
        })),
        queries: view.statements,
        clock: view.clock * 1000,
      };
    case 'redis':
      return {
        kind: 'redis',
        pid: view.pid,
        name: view.name,
        keys: view.keys.map(({ key, value, expiresAt }) => ({
          key,
          value,
          owner: pidOf(value, clients),
          ownerName: ownerOf(value, clients)?.name ?? value,
          expiresAt: expiresAt === null ? null : expiresAt * 1000,
        })),
        attempts: view.commands,
        failed: view.vain,
        clock: view.clock * 1000,
        replica: view.role === 'replica',
      };
    case 'provider':
      return {
        kind: 'provider',
        pid: view.pid,
        name: view.name,
        client: view.pid,
        answered: view.answered,
        failed: view.failed,
      };
  }
}
