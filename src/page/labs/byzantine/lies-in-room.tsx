import { useTranslations } from 'use-intl';
import { stateOf } from '../../../stage/byzantine/field.ts';
import type { LieCell } from '../../../stage/byzantine/field.ts';
import type { Outcome } from '../../../view/byzantine-ask.ts';

interface LiesInRoomProps {
  readonly cells: readonly LieCell[];
  /** Of each, in their order; null: it is not known, or not to be told yet. */
  readonly outcomes: readonly (Outcome | null)[];
  readonly nameOf: (pid: number) => string;
}

/** Every lie for a room: how many each can tell, and how many of them break something. */
export const LiesInRoom = ({ cells, outcomes, nameOf }: LiesInRoomProps) => {
  const t = useTranslations('byzantine.lies');
  const liars = [...new Set(cells.map(({ traitor }) => traitor))];
  return (
    <table className="worlds-table">
      <thead>
        <tr>
          <th scope="col">{t('liar')}</th>
          <th scope="col">{t('ways')}</th>
          <th scope="col">{t('wrong')}</th>
        </tr>
      </thead>
      <tbody>
        {liars.map((pid) => {
          const own = outcomes.filter((_, i) => cells[i]?.traitor === pid);
          const known = own.every((one) => one !== null);
          return (
            <tr key={pid}>
              <th scope="row">{nameOf(pid)}</th>
              <td>{own.length}</td>
              <td>{known ? own.filter((one) => stateOf(one) === 'broke').length : '?'}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
};
